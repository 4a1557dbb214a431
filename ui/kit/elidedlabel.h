#pragma once

#include <QLabel>

namespace latchkey::ui {

/// One line that gives way: what does not fit ends in "…" and shows whole on hover.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /// As SubtleText is: what stands below a title.
    void setSubtle(bool isSubtle);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool m_isSubtle = false;
};

} // namespace latchkey::ui

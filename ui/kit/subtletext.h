#pragma once

#include <QLabel>

namespace latchkey::ui {

/// Second text: a hint, a date, a line under a title. Follows the theme.
class SubtleText : public QLabel
{
    Q_OBJECT

public:
    explicit SubtleText(QWidget *parent = nullptr);
    explicit SubtleText(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    bool m_isRecolouring = false;
};

} // namespace latchkey::ui

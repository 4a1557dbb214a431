#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

namespace latchkey::ui {

/// Something is under way. Shows itself only when it takes longer than a blink.
class BusyIndicator final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds delay{300};

    explicit BusyIndicator(QWidget *parent = nullptr);

    void setBusy(bool busy);
    bool isBusy() const { return m_isBusy; }
    /// Whether it can be seen already.
    bool isShown() const { return m_isShown; }
    QSize sizeHint() const override { return {20, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QTimer m_delay;
    QTimer m_turn;
    int m_angle = 0;
    bool m_isBusy = false;
    bool m_isShown = false;
};

} // namespace latchkey::ui

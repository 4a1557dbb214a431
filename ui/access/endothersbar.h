#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

/// Asks in place whether all other sessions shall end, with a verb that says how many.
class EndOthersBar final : public QWidget
{
    Q_OBJECT

public:
    explicit EndOthersBar(QWidget *parent = nullptr);

    /// Follows the list while it is open; closes when nothing is left to end.
    void setCount(int count);
    void open();

Q_SIGNALS:
    void confirmed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void leave();
    void retranslate();

    int m_count = 0;
    QPointer<QWidget> m_focusBefore;
    QLabel *m_text;
    QPushButton *m_end;
    QPushButton *m_cancel;
};

} // namespace latchkey::ui

#pragma once

#include "shell/barstack.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace latchkey::ui {

/// One state in words, with what can be done about it.
class StateBar final : public QFrame
{
    Q_OBJECT

public:
    explicit StateBar(BarStack::Bar bar, QWidget *parent = nullptr);

    QString text() const;

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    BarStack::Bar m_bar;
    QLabel *m_text;
    QList<QPushButton *> m_buttons;
    QToolButton *m_close = nullptr;
};

} // namespace latchkey::ui

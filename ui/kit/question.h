#pragma once

#include "kit/button.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;

/// What comes of an act, asked in place before it is done.
class Question final : public QWidget
{
    Q_OBJECT

public:
    /// `kind` is that of the button that says yes.
    explicit Question(ButtonKind kind, QWidget *parent = nullptr);

    void setWords(const QString &question, const QString &confirm);
    /// Whether it can be done now.
    void setUsable(bool isUsable);
    void setBusy(bool isBusy);
    void focusFirst();

Q_SIGNALS:
    void confirmed();
    void declined();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void settle();
    void retranslate();

    bool m_isUsable = true;
    bool m_isBusy = false;
    QLabel *m_text;
    QPushButton *m_confirm;
    QPushButton *m_decline;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

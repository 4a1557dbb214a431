#pragma once

#include "base/secret.h"

#include <QWidget>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QToolButton;

namespace latchkey::ui {

/// A password being typed: hidden, to be looked at on demand, with a word when caps lock is on.
class PasswordEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordEdit(QWidget *parent = nullptr);

    Secret secret() const;
    bool isEmpty() const;
    void clear();
    QLineEdit *line() const { return m_line; }
    QToolButton *revealButton() const { return m_reveal; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// By whatever hand: what assistive technology types counts too.
    void textChanged();
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void reveal(bool isRevealed);
    void place();
    void retranslate();
    bool take(const QKeyEvent &key);
    void lookAtCapsLock(const QKeyEvent &key);

    QLineEdit *m_line;
    QToolButton *m_reveal;
    QWidget *m_warning;
    QLabel *m_capsLock;
};

} // namespace latchkey::ui

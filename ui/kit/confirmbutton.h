#pragma once

#include <QElapsedTimer>
#include <QPushButton>
#include <QTimer>

#include <chrono>

namespace latchkey::ui {

/// Asks on the spot instead of in a box: the first press turns it into the named deed ("End 3
/// sessions"), the second does it. Left alone it turns back.
class ConfirmButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit ConfirmButton(QWidget *parent = nullptr);

    /// What it says at first, and what the second press will do.
    void setWords(const QString &first, const QString &deed);
    bool isAsking() const { return m_isAsking; }
    /// How long a second press is taken for the rest of a double click.
    void setGuard(std::chrono::milliseconds guard) { m_guard = guard; }

Q_SIGNALS:
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void press();
    void ask(bool isAsking);

    QString m_first;
    QString m_deed;
    QTimer m_patience;
    QElapsedTimer m_askedAt;
    std::chrono::milliseconds m_guard;
    bool m_isAsking = false;
};

} // namespace latchkey::ui

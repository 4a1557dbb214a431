#pragma once

#include <QFrame>

#include <memory>

class QLabel;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class ProofByCode;
}

namespace latchkey::ui {

class CodeStep;

/// Asks above the page for a second factor, because something waits for it.
class CodePanel final : public QFrame
{
    Q_OBJECT

public:
    CodePanel(std::unique_ptr<account::ProofByCode> proof, const Clock &clock,
              bool areMessagesOffered, QWidget *parent = nullptr);
    ~CodePanel() override;

    void focusCode();

Q_SIGNALS:
    /// What the program's own server sent is to be seen.
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void retranslate();

    const std::unique_ptr<account::ProofByCode> m_proof;
    QLabel *m_why;
    CodeStep *m_code;
};

} // namespace latchkey::ui

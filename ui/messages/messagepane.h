#pragma once

#include "account/ownmessage.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace latchkey::ui {

class Card;
class SubtleText;

/// One message to be read, with its code set apart from the words around it.
class MessagePane final : public QWidget
{
    Q_OBJECT

public:
    explicit MessagePane(QWidget *parent = nullptr);

    void setMessage(const std::optional<account::OwnMessage> &message);
    bool hasCode() const { return !m_code.isEmpty(); }
    /// For a while, then it leaves the clipboard.
    void copyCode();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();

    std::optional<account::OwnMessage> m_message;
    Secret m_code;
    QTimer m_copied; ///< how long the button says so
    Card *m_card;
    QLabel *m_title;
    SubtleText *m_to;
    SubtleText *m_when;
    QWidget *m_codeRow;
    QLabel *m_codeText;
    QPushButton *m_copy;
    SubtleText *m_leaves;
    QPlainTextEdit *m_text;
};

} // namespace latchkey::ui

#pragma once

#include "base/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class Card;
class IconMark;
class MessageBar;

/// Whether anybody may have an account, and the way to change that.
class JoiningCard final : public QWidget
{
    Q_OBJECT

public:
    explicit JoiningCard(QWidget *parent = nullptr);

    void tell(bool isOpen, bool isSetting, bool isUsable);
    /// For servers where nobody can change it.
    void setChangeable(bool isChangeable);
    void setError(const std::optional<Error> &error);

Q_SIGNALS:
    void openRequested(bool isOpen);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_isOpen = true;
    Card *m_card;
    MessageBar *m_message;
    IconMark *m_mark;
    QLabel *m_words;
    BusyIndicator *m_busy;
    QPushButton *m_switch;
};

} // namespace latchkey::ui

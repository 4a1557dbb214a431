#pragma once

#include "api/authorizations.h"
#include "base/result.h"

#include <QWidget>

#include <variant>

class QLabel;

namespace latchkey::ui {

class BusyIndicator;
class MessageBar;

/// What is to be seen of an account that lets somebody in.
class AccountGlance final : public QWidget
{
    Q_OBJECT

public:
    using Seen = std::variant<std::monostate, api::User, QList<api::Session>>;

    explicit AccountGlance(QWidget *parent = nullptr);

    /// Nothing yet.
    void begin();
    void tell(const Result<Seen> &seen);
    /// Tells the times anew.
    void follow(Timestamp now);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    static QString words(const api::User &user);
    static QString words(const QList<api::Session> &sessions, Timestamp now);

    Seen m_seen;
    Timestamp m_now{};
    MessageBar *m_failure;
    QLabel *m_words;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

#pragma once

#include "api/authorizations.h"
#include "authorizations/authorizationside.h"
#include "base/result.h"
#include "kit/askingrow.h"

#include <variant>

namespace latchkey::ui {

class AccountForm;
class AuthorizationForm;
class Glance;

/// An authorization, and in place the ways to change it and to take it back, where it was given;
/// where it was received what it shows, and the ways to change that and to give it back.
class AuthorizationRow final : public AskingRow
{
    Q_OBJECT

public:
    /// What there is to see of whoever gave it.
    using Seen = std::variant<std::monostate, api::User, QList<api::Session>>;

    /// What can be done with it now.
    struct Circumstances
    {
        bool canLook = false;
        bool canEdit = false; ///< what is seen there
        bool canChange = false;
        bool canRevoke = false;
        bool isUsable = true;
        bool isPending = false;
    };

    explicit AuthorizationRow(AuthorizationSide side, QWidget *parent = nullptr);

    void tell(const api::Authorization &authorization, const Circumstances &circumstances,
              Timestamp now);
    /// What `lookRequested` asked for.
    void tellSeen(const Result<Seen> &seen);
    /// It is another than was seen; what was typed stays.
    void lookAnew() { Q_EMIT lookRequested(m_authorization); }

Q_SIGNALS:
    void lookRequested(const latchkey::api::Authorization &authorization);
    void changeRequested(const latchkey::api::UpdateAuthorization &wanted);
    void editRequested(const latchkey::api::UpdateAccount &wanted);
    void revokeRequested();

protected:
    void retranslate() override;

private:
    void addForms();
    void look();
    void endLook();
    void showActs();
    QString seenWords() const;
    void retranslateActs(const QString &name);

    const AuthorizationSide m_side;
    api::Authorization m_authorization;
    Circumstances m_circumstances;
    Timestamp m_now{};
    Seen m_seen;
    SubtleText *m_detail;
    Glance *m_glance;
    QPushButton *m_look;
    QPushButton *m_change;
    QPushButton *m_revoke;
    // Of what was given the one, of what was received the other.
    AuthorizationForm *m_form = nullptr;
    AccountForm *m_account = nullptr;
    Question *m_question;
};

} // namespace latchkey::ui

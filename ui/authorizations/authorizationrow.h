#pragma once

#include "api/authorizations.h"
#include "authorizations/authorizationside.h"
#include "kit/askingrow.h"

namespace latchkey::ui {

class AccountGlance;
class AuthorizationForm;

/// An authorization that was given or received, and in place what it shows, and the ways to change
/// it and to take it back.
class AuthorizationRow final : public AskingRow
{
    Q_OBJECT

public:
    /// What can be done with it now.
    struct Circumstances
    {
        bool canLook = false;
        bool canChange = false;
        bool canRevoke = false;
        bool isUsable = true;
        bool isPending = false;
    };

    explicit AuthorizationRow(AuthorizationSide side, QWidget *parent = nullptr);

    void tell(const api::Authorization &authorization, const Circumstances &circumstances,
              Timestamp now);
    /// What `lookRequested` asks for is told to it.
    AccountGlance &glance() const { return *m_glance; }

Q_SIGNALS:
    void lookRequested(const latchkey::api::Authorization &authorization);
    void changeRequested(const latchkey::api::UpdateAuthorization &wanted);
    void revokeRequested();

protected:
    void retranslate() override;

private:
    void look();
    void retranslateActs(const QString &name);

    const AuthorizationSide m_side;
    api::Authorization m_authorization;
    Timestamp m_now{};
    SubtleText *m_detail;
    AccountGlance *m_glance;
    QPushButton *m_look;
    QPushButton *m_change;
    QPushButton *m_revoke;
    AuthorizationForm *m_form;
    Question *m_question;
};

} // namespace latchkey::ui

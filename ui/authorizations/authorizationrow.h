#pragma once

#include "api/authorizations.h"
#include "authorizations/authorizationside.h"
#include "base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class AccountGlance;
class AuthorizationForm;
class ElidedLabel;
class IconMark;
class MessageBar;
class SubtleText;

/// An authorization that was given or received, and in place what it shows, and the ways to change
/// it and to take it back.
class AuthorizationRow final : public QWidget
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
    void showChanged();
    /// Next to what was chosen, or in the row.
    void showError(const Error &error);
    /// What `lookRequested` asks for is told to it.
    AccountGlance &glance() const { return *m_glance; }
    bool isTyping() const { return m_mode == Mode::Changing; }

Q_SIGNALS:
    void lookRequested(const latchkey::api::Authorization &authorization);
    void changeRequested(const latchkey::api::UpdateAuthorization &wanted);
    void revokeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Mode { Shown, Changing, Revoking };

    void build();
    QWidget *buildWords();
    void listen();
    void go(Mode mode);
    void leave();
    void look();
    void retranslate();
    void retranslateActs(const QString &name);

    const AuthorizationSide m_side;
    api::Authorization m_authorization;
    Timestamp m_now{};
    Mode m_mode = Mode::Shown;
    QWidget *m_shown;
    QWidget *m_revoking;
    AuthorizationForm *m_form;
    MessageBar *m_failure;
    IconMark *m_mark;
    ElidedLabel *m_title;
    SubtleText *m_detail;
    AccountGlance *m_glance;
    QPushButton *m_look;
    QPushButton *m_change;
    QPushButton *m_revoke;
    QLabel *m_question;
    QPushButton *m_confirm;
    QPushButton *m_keep;
};

} // namespace latchkey::ui

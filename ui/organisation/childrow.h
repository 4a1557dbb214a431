#pragma once

#include "api/authorizations.h"
#include "api/organisations.h"
#include "base/result.h"
#include "kit/askingrow.h"

#include <optional>

class QLabel;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class ActingForm;
class AvatarDisc;
class Glance;
class InheritanceForm;

/// An account that was made for somebody else, and in place the way into it, what it takes from
/// its parent, and where it is signed in.
class ChildRow final : public AskingRow
{
    Q_OBJECT

public:
    /// What can be done with it now.
    struct Circumstances
    {
        bool canAct = false;
        bool canSetInheritance = false;
        bool canLook = false; ///< where they are signed in
        bool isUsable = true;
        bool isBeginning = false;
        bool isPending = false;   ///< what it takes is being changed
        bool isReasonTold = true; ///< to whose account it is
    };

    /// The clock outlives it.
    explicit ChildRow(const Clock &clock, QWidget *parent = nullptr);

    void tell(const api::ChildAccount &child, const Circumstances &circumstances);
    const api::User &user() const { return m_child.user; }
    /// What `lookRequested` asked for.
    void tellSessions(const Result<api::AccountSessions> &told);
    void setError(const std::optional<Error> &error);
    /// As before anything was typed.
    void fold();

Q_SIGNALS:
    void actRequested(const QString &reason);
    void inheritanceRequested(const latchkey::api::Inheritance &wanted);
    void lookRequested();

protected:
    void retranslate() override;

private:
    ChildRow(AvatarDisc *disc, const Clock &clock, QWidget *parent);

    void open();
    void openInheritance();
    void buildAsking();
    void tellForm();
    void look();
    void endLook();
    bool isLooking() const;
    void retranslateActs(const QString &name);

    const Clock &m_clock;
    api::ChildAccount m_child;
    Circumstances m_circumstances;
    AvatarDisc *m_disc;
    ElidedLabel *m_email;
    SubtleText *m_detail;
    SubtleText *m_taken;
    QPushButton *m_look;
    QPushButton *m_inherit;
    QPushButton *m_act;
    std::optional<QList<api::Session>> m_sessions; ///< as far as they were looked at
    // Made when first asked for: there may be a thousand rows.
    QWidget *m_asking = nullptr;
    QLabel *m_what = nullptr;
    ActingForm *m_form = nullptr;
    InheritanceForm *m_inheritance = nullptr;
    Glance *m_glance = nullptr;
};

} // namespace latchkey::ui

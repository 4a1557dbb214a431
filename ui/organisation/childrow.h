#pragma once

#include "api/organisations.h"
#include "kit/askingrow.h"

class QLabel;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class ActingForm;
class AvatarDisc;

/// An account that was made for somebody else, and in place the way into it.
class ChildRow final : public AskingRow
{
    Q_OBJECT

public:
    /// What can be done with it now.
    struct Circumstances
    {
        bool canAct = false;
        bool isUsable = true;
        bool isBeginning = false;
        bool isReasonTold = true; ///< to whose account it is
    };

    /// The clock outlives it.
    explicit ChildRow(const Clock &clock, QWidget *parent = nullptr);

    void tell(const api::ChildAccount &child, const Circumstances &circumstances);
    const api::User &user() const { return m_child.user; }
    void setError(const std::optional<Error> &error);
    /// As before anything was typed.
    void fold();

Q_SIGNALS:
    void actRequested(const QString &reason);

protected:
    void retranslate() override;

private:
    ChildRow(AvatarDisc *disc, const Clock &clock, QWidget *parent);

    void open();
    void buildAsking();
    void tellForm();

    const Clock &m_clock;
    api::ChildAccount m_child;
    Circumstances m_circumstances;
    AvatarDisc *m_disc;
    ElidedLabel *m_email;
    SubtleText *m_detail;
    QPushButton *m_act;
    // Made when first asked for: there may be a thousand rows.
    QWidget *m_asking = nullptr;
    QLabel *m_what = nullptr;
    ActingForm *m_form = nullptr;
};

} // namespace latchkey::ui

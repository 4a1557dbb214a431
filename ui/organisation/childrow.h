#pragma once

#include "api/organisations.h"
#include "base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class ActingForm;
class AvatarDisc;
class ElidedLabel;
class SubtleText;

/// An account that was made for somebody else, and in place the way into it.
class ChildRow final : public QWidget
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
    bool isTyping() const;

Q_SIGNALS:
    void actRequested(const QString &reason);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void open();
    void buildAsking();
    bool isAsking() const;
    void leave();
    void retranslate();

    const Clock &m_clock;
    api::ChildAccount m_child;
    Circumstances m_circumstances;
    AvatarDisc *m_disc;
    ElidedLabel *m_name;
    SubtleText *m_detail;
    QPushButton *m_act;
    // Made when first asked for: there may be a thousand rows.
    QWidget *m_asking = nullptr;
    QLabel *m_what = nullptr;
    ActingForm *m_form = nullptr;
};

} // namespace latchkey::ui

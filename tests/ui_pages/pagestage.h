#pragma once

#include "../account/stage.h"
#include "fileprinting.h"
#include "kit/mnemonic.h"
#include "kit/toast.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QWidget>

namespace latchkey::test {

using namespace std::chrono_literals;

/// An account that is signed in, with something to show, and the window its pages stand in.
class PageStage : public Stage
{
public:
    PageStage()
        : toast(&window)
    {
        window.resize(1000, 700);
    }

    Timestamp ago(std::chrono::minutes time) const { return clock.now() - time; }

    api::Session device(const QString &id, const QString &label,
                        std::chrono::minutes started = 60min) const
    {
        api::Session one = session(id, label);
        one.device.program = u"Latchkey 0.1"_s;
        one.device.system = u"Debian 12"_s;
        one.address = u"192.0.2.17"_s;
        one.startedAt = ago(started);
        one.lastActiveAt = ago(started / 4);
        one.provenAt = one.startedAt;
        one.expiresAt = clock.now() + 24h * 12;
        one.current = id == "s1"_L1;
        return one;
    }

    api::Session ended(api::Session one, api::EndReason reason, const QString &by = {}) const
    {
        one.end = api::SessionEnd{.at = ago(5min), .reason = reason, .by = {}};
        if (!by.isEmpty())
            one.end->by = api::SessionId(by);
        return one;
    }

    /// A code that is on its way.
    api::CodeSent sent(const QString &to) const
    {
        return {.to = to, .resendAt = clock.now() + 43s, .expiresAt = clock.now() + 5min};
    }

    QList<api::Session> sample() const
    {
        QList<api::Session> list{
            device(u"s1"_s, u"Desk at home"_s, 30min), device(u"s2"_s, u"Laptop"_s, 60min * 24 * 3),
            device(u"s3"_s, {}, 12min),
            ended(device(u"s4"_s, u"Old phone"_s, 60min * 24 * 20), api::EndReason::EndedByOwner,
                  u"s1"_s),
            ended(device(u"s5"_s, u"Library"_s, 60min * 24 * 40), api::EndReason::Expired)};
        list[1].reviewed = true;
        list[1].address = u"2001:db8::42"_s;
        list[2].device.program = u"curl 7.88"_s;
        list[2].device.system.clear();
        list[2].address = u"203.0.113.9"_s;
        return list;
    }

    account::Account &open(const QList<api::Session> &sessions)
    {
        account::Profile profile = accounts.profileFor(server(), user());
        keeping.keep(profile.id, profile.keeping, signedIn().token);
        accounts.welcome(profile, signedIn()).value();
        openStream();
        answer<api::Me>(user());
        answer<api::ListSessions>({.sessions = sessions, .next = {}});
        return *accounts.account(profile.id);
    }

    /// Answers what pages ask at their first visit, until nothing is asked any more.
    void serve(const QList<api::Session> &sessions, const api::User &me)
    {
        for (QByteArray next = line(); !next.isEmpty(); next = line()) {
            if (next.endsWith("/sessions"))
                answer<api::ListSessions>({.sessions = sessions, .next = {}});
            else if (next.endsWith("/me"))
                answer<api::Me>(me);
            else if (next.endsWith("/factors"))
                answer<api::ListFactors>(factors);
            else if (next.endsWith("/trusted-devices"))
                answer<api::ListTrustedDevices>({.devices = devices});
            else if (next.endsWith("/identities"))
                answer<api::ListIdentities>({identities, hasPassword});
            else
                describe();
        }
    }

    /// Says what server this is, as whoever shows a form for signing in asks first.
    void describe() { answer<api::DescribeServer>({.name = u"Demo"_s, .providers = providers}); }

    template <class Page>
    Page *show(Page *page)
    {
        page->setParent(&window);
        page->setGeometry(window.rect());
        page->show();
        window.show();
        // Shortcuts work in the active window alone.
        QApplication::setActiveWindow(&window);
        settle();
        return page;
    }

    api::Factors factors; ///< as the server has them
    QList<api::TrustedDevice> devices;
    QList<api::Identity> identities;
    bool hasPassword = true;
    QList<api::ProviderCard> providers;
    QWidget window;
    ui::Toast toast;
    FilePrinting printing;
};

/// The control that a person knows by this name, among those that can be seen.
template <class Control>
Control *named(const QWidget *within, const QString &name)
{
    for (Control *control : within->findChildren<Control *>()) {
        QString own = control->accessibleName();
        if constexpr (std::derived_from<Control, QAbstractButton>) {
            if (own.isEmpty())
                own = ui::withoutMnemonic(control->text());
        }
        if (own == name && control->isVisibleTo(within))
            return control;
    }
    return nullptr;
}

inline bool says(const QWidget *page, const QString &words)
{
    for (const QLabel *label : page->findChildren<QLabel *>()) {
        if (label->isVisibleTo(page) && label->text().contains(words))
            return true;
    }
    return false;
}

inline bool press(const QWidget *within, const QString &name)
{
    auto *button = named<QAbstractButton>(within, name);
    if (!button || !button->isEnabled())
        return false;
    button->click();
    settle();
    return true;
}

inline bool type(const QWidget *within, const QString &name, const QString &text)
{
    auto *line = named<QLineEdit>(within, name);
    if (!line || line->isReadOnly())
        return false;
    line->selectAll();
    QTest::keyClicks(line, text);
    settle();
    return true;
}

} // namespace latchkey::test

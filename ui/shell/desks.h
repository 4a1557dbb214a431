#pragma once

#include "account/profile.h"

#include <QHash>
#include <QObject>

#include <optional>

class QStackedWidget;

namespace latchkey::ui {

class ProfileDesk;
struct WindowParts;

/// The desks of the profiles, each made when its profile is first opened and there until the
/// profile goes.
class Desks final : public QObject
{
    Q_OBJECT

public:
    struct Unsaved
    {
        account::ProfileId profile;
        QString page;
    };

    Desks(const WindowParts &parts, QStackedWidget &area, QObject *parent = nullptr);

    /// Nothing for a profile that was not opened yet.
    ProfileDesk *find(const account::ProfileId &id) const { return m_desks.value(id); }
    ProfileDesk &desk(const account::ProfileId &id);
    QList<account::ProfileId> ids() const { return m_desks.keys(); }
    void remove(const account::ProfileId &id);

    /// Says on the desk where something about it did not work.
    void signOut(const account::ProfileId &id);
    /// The first page that would lose what was typed there.
    std::optional<Unsaved> unsaved() const;

Q_SIGNALS:
    /// On a desk another page came to the front.
    void pageChanged();
    /// An account is in another state, or called otherwise.
    void accountChanged();
    /// Whoever comes next need not be who was there.
    void signedOut(const latchkey::account::ProfileId &id);
    /// A code is asked for that the own server "sent".
    void messagesWanted();

private:
    void signInAgain(const account::ProfileId &id);

    const WindowParts &m_parts;
    QStackedWidget &m_area;
    QHash<account::ProfileId, ProfileDesk *> m_desks;
};

} // namespace latchkey::ui

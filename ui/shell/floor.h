#pragma once

#include "account/profile.h"

#include <QPointer>
#include <QStackedWidget>

#include <optional>

namespace latchkey::ui {

class Desks;
class PageSet;
class ProfileDesk;
struct PageEntry;
struct WindowParts;

/// What lies beside the sidebar: the desk of a profile, the pages of the program, or first start.
/// One of them has the floor, and the others stay as they are.
class Floor final : public QStackedWidget
{
    Q_OBJECT

public:
    /// The parts outlive it.
    explicit Floor(const WindowParts &parts, QWidget *parent = nullptr);

    Desks &desks() const { return *m_desks; }
    PageSet &programPages() const { return *m_programPages; }

    ProfileDesk &openDesk(const account::ProfileId &id);
    /// A page of that profile, or else of the program.
    bool openPage(const account::ProfileId &profile, const QString &id);
    void openFirstStart();
    void removeFirstStart();
    bool isFirstStartTyped() const;

    /// Those of which one is in front; null while first start is.
    PageSet *frontPages() const;
    const PageEntry *frontEntry() const;
    /// What the person has before them.
    QWidget *frontPage() const;

Q_SIGNALS:
    void firstStartEnded(const std::optional<latchkey::account::ProfileId> &profile);

private:
    const WindowParts &m_parts;
    PageSet *m_programPages;
    Desks *m_desks;
    QPointer<QWidget> m_firstStart;
};

} // namespace latchkey::ui

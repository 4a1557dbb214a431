#include "shell/leaving.h"

#include "shell/barstack.h"
#include "shell/desks.h"
#include "shell/mainwindow.h"
#include "shell/profiledesk.h"

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

const QString unsavedBar = u"unsaved"_s;

} // namespace

Leaving::Leaving(MainWindow &window, Desks &desks)
    : QObject(&window)
    , m_window(window)
    , m_desks(desks)
{}

bool Leaving::isHeldUp(bool isTyped)
{
    if (m_isCertain)
        return false;
    if (const auto unsaved = m_desks.unsaved()) {
        tell(m_desks.desk(unsaved->profile).bars());
        m_window.openProfile(unsaved->profile);
        m_window.openPage(unsaved->page);
        return true;
    }
    if (isTyped) {
        tell(m_window.bars());
        m_window.openFirstStart();
    }
    return isTyped;
}

void Leaving::settle(bool isTyped)
{
    for (const account::ProfileId &id : m_desks.ids()) {
        const ProfileDesk &desk = *m_desks.find(id);
        if (desk.pages().unsavedPage().isEmpty())
            desk.bars().withdraw(unsavedBar);
    }
    if (!isTyped)
        m_window.bars().withdraw(unsavedBar);
}

void Leaving::tell(BarStack &bars)
{
    bars.tell(
        {.id = unsavedBar,
         .kind = MessageBar::Kind::Warning,
         .text = [] { return tr("The window stayed open: what you changed here is not saved."); },
         .acts = {{[] { return tr("Close &without saving"); },
                   [this] {
                       insist();
                       m_window.close();
                   }}},
         .isDismissible = true});
}

} // namespace latchkey::ui

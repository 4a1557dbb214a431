#include "shell/windowmemory.h"

namespace latchkey::ui {

using namespace Qt::StringLiterals;

WindowMemory::WindowMemory(const QString &file)
    : m_file(file, QSettings::IniFormat)
{}

WindowMemory::Place WindowMemory::placeOf(const QString &profile) const
{
    const QString group = groupOf(profile);
    return {m_file.value(group + "/geometry"_L1).toByteArray(),
            m_file.value(group + "/sidebarWidth"_L1).toInt(),
            m_file.value(group + "/page"_L1).toString()};
}

void WindowMemory::remember(const QString &profile, const Place &place)
{
    const QString group = groupOf(profile);
    m_file.setValue(group + "/geometry"_L1, place.geometry);
    m_file.setValue(group + "/sidebarWidth"_L1, place.sidebarWidth);
    m_file.setValue(group + "/page"_L1, place.page);
}

QByteArray WindowMemory::arrangementOf(const QString &profile, const QString &page) const
{
    return m_file.value(groupOf(profile) + "/arrangement-"_L1 + page).toByteArray();
}

void WindowMemory::rememberArrangement(const QString &profile, const QString &page,
                                       const QByteArray &arrangement)
{
    m_file.setValue(groupOf(profile) + "/arrangement-"_L1 + page, arrangement);
}

void WindowMemory::forget(const QString &profile)
{
    m_file.remove(groupOf(profile));
    if (lastProfile() == profile)
        m_file.remove(u"window/lastProfile"_s);
}

QString WindowMemory::lastProfile() const
{
    return m_file.value(u"window/lastProfile"_s).toString();
}

void WindowMemory::setLastProfile(const QString &profile)
{
    m_file.setValue(u"window/lastProfile"_s, profile);
}

QString WindowMemory::groupOf(const QString &profile)
{
    return u"profile-"_s + profile;
}

} // namespace latchkey::ui

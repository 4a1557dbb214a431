#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace latchkey::ui {

/// What the window remembers of itself, for each profile: where it stood, how wide its sidebar was,
/// which page was open. Losing it costs nothing but a moment.
class WindowMemory final
{
public:
    struct Place
    {
        QByteArray geometry;
        int sidebarWidth = 0; ///< 0: never set
        QString page;
    };

    explicit WindowMemory(const QString &file);

    Place placeOf(const QString &profile) const;
    void remember(const QString &profile, const Place &place);
    void forget(const QString &profile);

    /// Columns, sorting, division of a page; in whatever form the page likes.
    QByteArray arrangementOf(const QString &profile, const QString &page) const;
    void rememberArrangement(const QString &profile, const QString &page,
                             const QByteArray &arrangement);

    /// The profile that was open last.
    QString lastProfile() const;
    void setLastProfile(const QString &profile);

private:
    static QString groupOf(const QString &profile);

    mutable QSettings m_file;
};

} // namespace latchkey::ui

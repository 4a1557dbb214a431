#pragma once

#include <QMap>
#include <QSet>
#include <QStringList>

namespace latchkey::test {

/// One file of ours, with the room it lives in, e.g. `core/server/http`.
struct SourceFile
{
    QString path; ///< from the top of the tree
    QString room;
    QStringList includes;  ///< what stands between quotes
    QStringList libraries; ///< what stands between angle brackets
};

/// The sources below core, ui and app.
QList<SourceFile> sourceFiles();

/// What a CMakeLists.txt says, by its path from the top.
QMap<QString, QString> buildFiles();

/// The rooms that a file of ours can be included from, by the folder that its include names.
QString roomOfInclude(const QString &include, const QStringList &rooms);

/// What each room's CMake link line (`USES`, `PRIVATE`) names of our own rooms.
QMap<QString, QSet<QString>> linkedRooms();

} // namespace latchkey::test

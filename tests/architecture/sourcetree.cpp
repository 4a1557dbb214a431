#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace latchkey::test {

using namespace Qt::StringLiterals;

namespace {

const QDir root(QStringLiteral(SOURCE_ROOT));

QString contents(const QString &path)
{
    QFile file(root.filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    QStringList paths;
    QDirIterator each(root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        paths << root.relativeFilePath(each.next());
    paths.sort();
    return paths;
}

} // namespace

QList<SourceFile> sourceFiles()
{
    static const QRegularExpression include(u"^#include ([\"<])([^\">]+)[\">]"_s,
                                            QRegularExpression::MultilineOption);
    QList<SourceFile> files;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
        for (const QString &path : filesBelow(folder, {u"*.h"_s, u"*.cpp"_s})) {
            SourceFile file{path, path.left(path.lastIndexOf(u'/')), {}, {}};
            auto matches = include.globalMatch(contents(path));
            while (matches.hasNext()) {
                const auto found = matches.next();
                (found.captured(1) == u'"' ? file.includes : file.libraries) << found.captured(2);
            }
            files << file;
        }
    }
    return files;
}

QMap<QString, QString> buildFiles()
{
    QMap<QString, QString> files;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
        for (const QString &path : filesBelow(folder, {u"CMakeLists.txt"_s}))
            files.insert(path, contents(path));
    }
    return files;
}

QString roomOfInclude(const QString &include, const QStringList &rooms)
{
    const QString folder = include.left(include.lastIndexOf(u'/'));
    for (const QString &top : {u"core/"_s, u"ui/"_s}) {
        if (rooms.contains(top + folder))
            return top + folder;
    }
    return {};
}

QMap<QString, QSet<QString>> linkedRooms()
{
    static const QRegularExpression target(
        u"(?:latchkey_room|add_library|target_link_libraries)\\(\\s*(?:latchkey_)?(\\w+)([^)]*)\\)"_s);
    static const QRegularExpression ours(u"\\blatchkey_(\\w+)"_s);
    QMap<QString, QSet<QString>> linked;
    for (const QString &folder : {u"core"_s, u"ui"_s}) {
        for (const QString &path : filesBelow(folder, {u"CMakeLists.txt"_s})) {
            const QString text = contents(path);
            auto targets = target.globalMatch(text);
            while (targets.hasNext()) {
                const auto found = targets.next();
                auto names = ours.globalMatch(found.captured(2));
                auto &used = linked[found.captured(1)];
                while (names.hasNext())
                    used.insert(names.next().captured(1));
            }
        }
    }
    return linked;
}

} // namespace latchkey::test

#include "security/codespaper.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QPagedPaintDevice>
#include <QSaveFile>
#include <QTextDocument>

namespace latchkey::ui::codespaper {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ui::CodesPaper)
};

constexpr auto owners = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error unwritable(const QFileDevice &file)
{
    Error error = Error::of(Error::Kind::Forbidden, u"unwritableFile"_s);
    error.detail = file.errorString();
    return error;
}

/// Before anything stands in it.
Result<Nothing> makeOwners(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(owners))
        return Nothing();
    return failure(unwritable(file));
}

} // namespace

QString text(const Heading &heading, const QList<Secret> &codes)
{
    QString all =
        Words::tr("Recovery codes for %1", "%1 is an e-mail address").arg(heading.account);
    all += u'\n' + heading.server + u'\n' +
           Words::tr("Made: %1", "%1 is a date").arg(heading.made) + u"\n\n"_s;
    for (const Secret &code : codes)
        all += u"    "_s + code.revealText() + u'\n';
    all += u'\n' + Words::tr("Each opens your account once, in place of the second factor. Keep "
                             "them where only you find them.");
    return all + u'\n';
}

Result<Nothing> save(const QString &path, const Heading &heading, const QList<Secret> &codes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(owners) &&
                           file.write(text(heading, codes).toUtf8()) > 0 && file.commit();
    if (isWritten)
        return Nothing();
    return failure(unwritable(file));
}

Result<Nothing> print(QPagedPaintDevice &paper, const QString &file, const Heading &heading,
                      const QList<Secret> &codes)
{
    if (auto made = file.isEmpty() ? Result<Nothing>() : makeOwners(file); !made)
        return made;
    QTextDocument document;
    document.setDefaultFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    document.setPlainText(text(heading, codes));
    document.print(&paper);
    return Nothing();
}

} // namespace latchkey::ui::codespaper

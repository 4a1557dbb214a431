#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QList>
#include <QString>

class QPagedPaintDevice;

/// Recovery codes outside the program: where somebody finds them when the telephone is gone.
namespace latchkey::ui::codespaper {

/// Whose codes these are.
struct Heading
{
    QString account;
    QString server;
    QString made;
};

QString text(const Heading &heading, const QList<Secret> &codes);
/// Only its owner may read the file.
Result<Nothing> save(const QString &path, const Heading &heading, const QList<Secret> &codes);
/// And where paper is a file, that one, too.
Result<Nothing> print(QPagedPaintDevice &paper, const QString &file, const Heading &heading,
                      const QList<Secret> &codes);

} // namespace latchkey::ui::codespaper

#pragma once

#include "base/error.h"
#include "base/httpmessage.h"

#include <QJsonObject>

namespace latchkey::test {

/// A good answer with one thing wrong, and what must be said of it.
struct Breakage
{
    QString name;
    QByteArray body;
    QString code;
    QString field;
};

/// Every member that the schema asks for left out once, every one of another type once, every name
/// that nobody knows once.
QList<Breakage> brokenMembers(const QJsonObject &schema, const QByteArray &good);

/// Every member that there is left out once, null once and of another type once; in lists, those of
/// the first.
QList<Breakage> everyBreakage(const QByteArray &good);

} // namespace latchkey::test

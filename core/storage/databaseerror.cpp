#include "storage/databaseerror.h"

#include <QSqlError>

namespace latchkey::storage {

using namespace Qt::StringLiterals;

namespace {

struct Meaning
{
    Error::Kind kind;
    const char *code;
};

// SQLite's result codes (sqlite.org/rescode.html): the lower byte is the primary one.
constexpr int uniqueIndex = 2067;
constexpr int uniquePrimaryKey = 1555;
constexpr int uniqueRowid = 2579;

Meaning meaningOf(int extended)
{
    if (extended == uniqueIndex || extended == uniquePrimaryKey || extended == uniqueRowid)
        return {Error::Kind::Conflict, code::notUnique};
    switch (extended & 0xff) {
    case 1: // ERROR: the statement itself, or what it is about
        return {Error::Kind::Server, code::refused};
    case 5: // BUSY
    case 6: // LOCKED
        return {Error::Kind::Server, code::locked};
    case 3: // PERM
    case 8: // READONLY
        return {Error::Kind::Server, code::readOnly};
    case 11: // CORRUPT
        return {Error::Kind::Server, code::corrupt};
    case 13: // FULL
        return {Error::Kind::Server, code::diskFull};
    case 10: // IOERR; a file that may not grow fails to write, not to be found
        return {Error::Kind::Server, extended == 778 ? code::diskFull : code::failed};
    case 14: // CANTOPEN
        return {Error::Kind::Server, code::unreachable};
    case 19: // CONSTRAINT: but for a taken name, what we write keeps to all of them
        return {Error::Kind::Server, code::constraint};
    case 26: // NOTADB
        return {Error::Kind::Server, code::foreign};
    default:
        return {Error::Kind::Server, code::failed};
    }
}

} // namespace

Error toError(const QSqlError &error)
{
    bool isNumber = false;
    const int native = error.nativeErrorCode().toInt(&isNumber);
    const Meaning meaning = error.type() == QSqlError::ConnectionError && !isNumber
                                ? Meaning{Error::Kind::Server, code::unreachable}
                                : meaningOf(isNumber ? native : 0);
    // What the driver adds is what it was asked for, and we know that.
    const QString words = error.databaseText();
    return Error::of(meaning.kind, QString::fromLatin1(meaning.code),
                     words.isEmpty() ? error.driverText() : words);
}

} // namespace latchkey::storage

#pragma once

#include "breakages.h"
#include "row.h"

#include <QSet>

namespace latchkey::test {

/// What goes over a wire for one row, written down by hand.
struct Written
{
    HttpRequest request; ///< of the headers, those that matter
    HttpReply reply;     ///< of a stream, the body is its first event's
};

/// A wire as a column of the contract: how its client is made, and how a server that speaks it
/// answers. A further wire is one more of these.
struct Column
{
    QByteArray name;
    std::function<wire::Wire()> wire;
    /// What can be asked there, and what must come of it: each wire tells another part of it.
    std::function<const std::vector<Row> &()> rows = contract;
    Scene scene = {}; ///< that the answers are written for
    /// What stands written of a row that succeeds; nothing where this wire can't do it.
    std::function<std::optional<Written>(const Row &)> written;
    /// An event as it stands in a stream.
    std::function<QByteArray(const QByteArray &event)> framed;
    /// How the refusal of a row looks there.
    std::function<HttpReply(const Row &)> refusal;
    /// What of our server's reply to a row is not as it stands written.
    std::function<QStringList(const Row &, const Scene &, const HttpReply &)> faults = {};
    /// Replies that nobody can take for an answer, made from a good one.
    std::function<QList<Breakage>(const QByteArray &operation, const HttpReply &good)> broken;
    bool isOurServers = false;        ///< our own server speaks it
    int emptyStatus = 200;            ///< with which its client takes an answer of nothing
    QSet<QByteArray> mayBeEmpty = {}; ///< operations that are answered by 204 as well
    bool isPublished = false;         ///< as a document that its requests and replies must keep to
    /// Members that its page lets be missing, or null: what comes of it then tells less.
    QSet<QString> mayBeMissing = {};
};

Column ownColumn();
Column auroraColumn();
/// In the version that its page has.
Column publishedAuroraColumn();
Column oneShotColumn();
Column mmdlColumn();
Column temporalColumn();
Column wingspanColumn();

inline const QList<Column> &columns()
{
    static const QList<Column> all{ownColumn(),     auroraColumn(), publishedAuroraColumn(),
                                   oneShotColumn(), mmdlColumn(),   temporalColumn(),
                                   wingspanColumn()};
    return all;
}

} // namespace latchkey::test

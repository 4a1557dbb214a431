#include "server/store/sessioncursor.h"

#include <QByteArray>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

SessionCursor SessionCursor::startOf(Part part)
{
    return {part, Timestamp::max(), {}};
}

Result<SessionCursor> SessionCursor::parse(const std::optional<QString> &text)
{
    if (!text)
        return startOf(Part::Living);
    const auto decoded = QByteArray::fromBase64Encoding(
        text->toLatin1(), base64 | QByteArray::AbortOnBase64DecodingErrors);
    const auto words = QString::fromUtf8(*decoded).split(u' ');
    bool isNumber = false;
    const qint64 moment = words.value(1).toLongLong(&isNumber);
    const bool known = words.value(0) == "living"_L1 || words.value(0) == "ended"_L1;
    if (!decoded || words.size() != 3 || !known || !isNumber)
        return failure(Error::rejected(u"cursorInvalid"_s, u"after"_s));
    return SessionCursor{words[0] == "living"_L1 ? Part::Living : Part::Ended,
                         Timestamp(std::chrono::milliseconds(moment)), api::SessionId(words[2])};
}

QString SessionCursor::toText() const
{
    const QString plain = u"%1 %2 %3"_s.arg(part == Part::Living ? u"living"_s : u"ended"_s)
                              .arg(moment.time_since_epoch().count())
                              .arg(id.text());
    return QString::fromLatin1(plain.toUtf8().toBase64(base64));
}

} // namespace latchkey::server

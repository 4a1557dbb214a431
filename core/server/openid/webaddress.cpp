#include "server/openid/webaddress.h"

#include "base/ipaddress.h"

#include <QRegularExpression>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 2000;

} // namespace

std::optional<WebAddress> WebAddress::parse(const QString &text)
{
    static const QRegularExpression form(
        uR"(^(https?)://(?:([A-Za-z0-9.-]+)|\[([0-9A-Fa-f:.]+)\])(?::[0-9]{1,5})?)"
        uR"((?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?\z)"_s);
    const auto match = text.size() > longest ? QRegularExpressionMatch() : form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return WebAddress{.isEncrypted = match.captured(1) == "https"_L1,
                      .host = match.captured(2) + match.captured(3),
                      .hasQuery = match.hasCaptured(4)};
}

bool WebAddress::isOfThisComputer() const
{
    return isThisComputer(host.toStdString());
}

} // namespace latchkey::server

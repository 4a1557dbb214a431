#include "server/store/totp.h"

#include "server/store/token.h"

#include <QUrl>

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int secretSize = 20;
constexpr int digits = 6;
constexpr qint64 stepSeconds = OATH_TOTP_DEFAULT_TIME_STEP_SIZE;

void makeReady()
{
    static const bool ready = oath_init() == OATH_OK;
    if (!ready)
        qFatal("no one-time codes");
}

Secret codeAt(const Secret &secret, qint64 step)
{
    makeReady();
    std::array<char, digits + 1> code{};
    const int end = oath_totp_generate(
        secret.reveal().constData(), static_cast<size_t>(secret.size()), time_t(step * stepSeconds),
        unsigned(stepSeconds), OATH_TOTP_DEFAULT_START_TIME, digits, code.data());
    Secret made(end == OATH_OK ? QByteArray(code.data(), digits) : QByteArray());
    sodium_memzero(code.data(), code.size());
    return made;
}

Secret withoutSpaces(const Secret &typed)
{
    QByteArray plain = typed.reveal();
    plain.replace(' ', QByteArrayView());
    return Secret(plain);
}

} // namespace

Totp Totp::make()
{
    return Totp(Secret(randomBytes(secretSize)));
}

Totp::Totp(Secret secret)
    : m_secret(std::move(secret))
{}

Secret Totp::base32() const
{
    makeReady();
    char *text = nullptr;
    size_t size = 0;
    if (oath_base32_encode(m_secret.reveal().constData(), static_cast<size_t>(m_secret.size()),
                           &text, &size) != OATH_OK)
        qFatal("no base32");
    Secret encoded(QByteArray(text, qsizetype(size)));
    sodium_memzero(text, size);
    std::free(text);
    return encoded;
}

Secret Totp::uri(const QString &issuer, const QString &account) const
{
    const auto escaped = [](const QString &text) { return QUrl::toPercentEncoding(text); };
    // A colon parts the two where they are shown together.
    const QByteArray from = escaped(QString(issuer).remove(u':'));
    return Secret(QByteArray("otpauth://totp/" + from + ':' + escaped(account) +
                             "?secret=" + base32().reveal() + "&issuer=" + from +
                             "&algorithm=SHA1&digits=6&period=30"));
}

QList<qint64> Totp::stepsOf(const Secret &code, Timestamp now) const
{
    using std::chrono::floor, std::chrono::seconds;
    const Secret typed = withoutSpaces(code);
    const qint64 present = floor<seconds>(now).time_since_epoch().count() / stepSeconds;
    QList<qint64> steps;
    for (const qint64 step : {present - 1, present, present + 1}) {
        if (codeAt(m_secret, step).matches(typed))
            steps << step;
    }
    return steps;
}

} // namespace latchkey::server

#include "server/post/maildocument.h"

#include "api/email.h"
#include "base/textsafety.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bytesOfWord = 45; ///< 60 in base64, 72 with what an encoded word has around it
constexpr qsizetype bytesOfLine = 57; ///< 76 in base64

bool isPlain(const QString &text)
{
    const bool isAscii = std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
    return isAscii && !text.contains("=?"_L1) && text.size() <= 200;
}

/// RFC 2047: words that hold whole characters, one a line.
QByteArray encodedWords(const QString &text)
{
    QByteArray words;
    QByteArray word;
    const auto close = [&] {
        words += (words.isEmpty() ? "" : "\r\n ");
        words += "=?UTF-8?B?" + word.toBase64() + "?=";
        word.clear();
    };
    for (const char32_t point : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&point, 1).toUtf8();
        if (word.size() + bytes.size() > bytesOfWord)
            close();
        word += bytes;
    }
    close();
    return words;
}

QByteArray unstructured(const QString &text)
{
    const QString line = withoutMisleading(text);
    return isPlain(line) ? line.toLatin1() : encodedWords(line);
}

QByteArray phrase(const QString &text)
{
    QString line = withoutMisleading(text);
    if (!isPlain(line))
        return encodedWords(line);
    line.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return '"' + line.toLatin1() + '"';
}

/// Its growth is foreseen, so no half of it is left behind in memory.
class Document
{
public:
    explicit Document(qsizetype size) { m_bytes.reserve(size); }
    ~Document() { explicit_bzero(m_bytes.data(), std::size_t(m_bytes.size())); }

    void line(const QByteArray &text) { m_bytes.append(text).append("\r\n"); }
    void header(QByteArrayView name, const QByteArray &value)
    {
        m_bytes.append(name).append(": ").append(value).append("\r\n");
    }
    void part(const QByteArray &type, const QByteArray &boundary, const Secret &text)
    {
        line("--" + boundary);
        header("Content-Type", type);
        header("Content-Transfer-Encoding", "base64");
        line({});
        const Secret canonical(text.revealText().replace(u'\n', u"\r\n"_s));
        const QByteArray &bytes = canonical.reveal();
        for (qsizetype at = 0; at < bytes.size(); at += bytesOfLine) {
            const Secret encoded(bytes.mid(at, bytesOfLine).toBase64());
            line(encoded.reveal());
        }
    }
    Secret take() const { return Secret(m_bytes); }

private:
    QByteArray m_bytes;
};

} // namespace

Result<QString> mailAddress(const QString &address)
{
    const auto normal = api::normalEmail(address);
    if (!normal || address.trimmed() != address)
        return failure(Error::rejected(u"addressInvalid"_s, u"to"_s));
    const qsizetype at = normal->lastIndexOf(u'@');
    const QString domain = QString::fromLatin1(QUrl::toAce(normal->mid(at + 1)));
    if (domain.isEmpty())
        return failure(Error::rejected(u"addressInvalid"_s, u"to"_s));
    return QString(normal->left(at + 1) + domain);
}

Result<Secret> mailDocument(const Mail &mail, const MailSender &sender, const QString &id,
                            Timestamp at)
{
    const auto from = mailAddress(sender.address);
    const auto to = mailAddress(mail.to);
    if (!from || !to)
        return failure(from ? to.error() : from.error());
    const QByteArray name = sender.name.isEmpty() ? QByteArray() : phrase(sender.name) + "\r\n ";
    const QByteArray domain = from->mid(from->lastIndexOf(u'@')).toUtf8();
    // No base64 has an underscore, so the parts can't end early.
    const QByteArray boundary = "=_" + QByteArray(id.toLatin1()).left(60);
    Document document(4096 + 2 * (mail.plain.size() + mail.html.size()));
    document.header("Date", toDateTime(at).toString(Qt::RFC2822Date).toLatin1());
    document.header("From", name + '<' + from->toUtf8() + '>');
    document.header("To", '<' + to->toUtf8() + '>');
    document.header("Subject", unstructured(mail.subject));
    document.header("Message-ID", '<' + id.toLatin1() + domain + '>');
    // RFC 3834, and what Exchange reads instead: nobody's holiday answers to a machine.
    document.header("Auto-Submitted", "auto-generated");
    document.header("X-Auto-Response-Suppress", "All");
    document.header("MIME-Version", "1.0");
    document.header("Content-Type", "multipart/alternative; boundary=\"" + boundary + '"');
    document.line({});
    document.part("text/plain; charset=utf-8", boundary, mail.plain);
    document.part("text/html; charset=utf-8", boundary, mail.html);
    document.line("--" + boundary + "--");
    return document.take();
}

} // namespace latchkey::server

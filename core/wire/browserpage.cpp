#include "wire/browserpage.h"

namespace latchkey::wire {

using namespace Qt::StringLiterals;

namespace {

QString section(QLatin1StringView language, const PageWords &words)
{
    return u"<section lang=\"%1\"><h1>%2</h1><p>%3</p></section>"_s.arg(
        language, words.title.toHtmlEscaped(), words.text.toHtmlEscaped());
}

/// No script, and no address that anybody could be led to.
HttpReply htmlReply(int status, const QString &title, const QString &body)
{
    const QString html =
        u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>%1</title>"
        "<style>:root{color-scheme:light dark}body{font:1.05rem/1.5 sans-serif;max-width:32rem;"
        "margin:12vh auto;padding:0 1.5rem}code{font-size:1.15rem;user-select:all}"
        "button{font:inherit;padding:.4rem 1.2rem}</style></head>"
        "<body>%2</body></html>\n"_s.arg(title.toHtmlEscaped(), body);
    return {.status = status,
            .headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Referrer-Policy", "no-referrer"},
                        {"X-Frame-Options", "DENY"},
                        {"Content-Security-Policy",
                         "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"}},
            .body = html.toUtf8()};
}

} // namespace

HttpReply pageReply(const Page &page, const HttpRequest &asked, const QString &below)
{
    const bool isChinese = asked.headers.value("Accept-Language").trimmed().startsWith("zh");
    const PageWords &words = isChinese ? page.chinese : page.english;
    return htmlReply(200, words.title, section(isChinese ? "zh"_L1 : "en"_L1, words) + below);
}

HttpReply pageReply(int status, const Page &page)
{
    return htmlReply(status, page.english.title,
                     section("en"_L1, page.english) + section("zh"_L1, page.chinese));
}

bool isByBrowser(const HttpRequest &request)
{
    return request.headers.value("Accept").contains("text/html");
}

} // namespace latchkey::wire

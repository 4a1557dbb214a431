#include "wire/signinpages.h"

#include "api/providers.h"
#include "wire/bearer.h"
#include "wire/problem.h"

#include <QUrlQuery>

namespace latchkey::wire {

using namespace Qt::StringLiterals;

namespace {

struct Page
{
    QString title;
    QString text;
    QString code = {}; ///< to be typed elsewhere
};

QString said(QLatin1StringView english, const QString &chinese, const HttpHeaders &headers)
{
    const bool isChinese = headers.value("Accept-Language").trimmed().startsWith("zh");
    return isChinese ? chinese : QString(english);
}

/// No script, and no address that anybody could be led to.
HttpReply pageReply(int status, const Page &page, const HttpHeaders &asked)
{
    const QString code =
        page.code.isEmpty() ? QString() : u"<p><code id=\"code\">%1</code></p>"_s.arg(page.code);
    const QString html =
        u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>%2</title>"
        "<style>:root{color-scheme:light dark}body{font:1.05rem/1.5 sans-serif;max-width:32rem;"
        "margin:15vh auto;padding:0 1.5rem}code{font-size:1.15rem;user-select:all}</style></head>"
        "<body><h1>%2</h1><p>%3</p>%4</body></html>\n"_s.arg(said("en"_L1, u"zh"_s, asked),
                                                             page.title.toHtmlEscaped(),
                                                             page.text.toHtmlEscaped(), code);
    return {.status = status,
            .headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Cache-Control", "no-store"},
                        {"Referrer-Policy", "no-referrer"},
                        {"X-Frame-Options", "DENY"},
                        {"Content-Security-Policy",
                         "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"}},
            .body = html.toUtf8()};
}

Page refusal(const Error &error, const HttpHeaders &asked)
{
    const auto page = [&](QLatin1StringView title, const QString &titleZh, QLatin1StringView text,
                          const QString &textZh) {
        return Page{said(title, titleZh, asked), said(text, textZh, asked)};
    };
    if (error.code == "visitDenied"_L1) {
        return page("Not signed in"_L1, u"未登录"_s,
                    "The provider did not let you in. Go back to your program and try again."_L1,
                    u"登录服务没有让你登录。请回到你的程序重试。"_s);
    }
    if (error.code == "visitUnknown"_L1) {
        return page("Too late"_L1, u"已失效"_s,
                    "This sign-in took too long, or was finished before. Begin it again in your "
                    "program."_L1,
                    u"这次登录用时过长，或者已经完成。请在你的程序中重新开始。"_s);
    }
    if (error.code == "providerUnknown"_L1) {
        return page("Nobody signs in here"_L1, u"无法在此登录"_s,
                    "This server does not sign people in by that provider. Ask whoever runs it."_L1,
                    u"此服务器不支持使用该登录服务。请联系服务器管理员。"_s);
    }
    if (error.kind == Error::Kind::RateLimited || error.retryAfter) {
        return page("Not just now"_L1, u"暂时无法登录"_s,
                    "Wait a minute, then load this page again."_L1,
                    u"请等待一分钟，然后重新加载此页面。"_s);
    }
    return page("That did not work"_L1, u"登录未成功"_s,
                "Begin to sign in again in your program."_L1, u"请在你的程序中重新开始登录。"_s);
}

HttpReply writePageError(const Error &error, const Route &)
{
    return pageReply(problemStatus(error), refusal(error, {}), {});
}

Translation<api::VisitProvider> leave()
{
    using Op = api::VisitProvider;
    Translation<Op> how{.routes = {{HttpMethod::Get, "/{provider}"}}};
    how.readRequest = [](const HttpRequest &, const PathParameters &parameters) {
        Op op;
        op.provider = api::ProviderId(parameters.value(u"provider"_s));
        op.endsHere = true;
        return op;
    };
    how.writeReply = [](const api::ProviderVisit &visit, const HttpRequest &) {
        return HttpReply{.status = 303,
                         .headers = {{"Location", visit.address.toUtf8()},
                                     {"Cache-Control", "no-store"},
                                     {"Referrer-Policy", "no-referrer"}}};
    };
    return how;
}

/// Nothing where it isn't there, or more than any could be.
std::optional<QString> item(const QUrlQuery &query, const QString &name, const api::Limits &limits)
{
    const QString value = query.queryItemValue(name, QUrl::FullyDecoded);
    return value.isEmpty() || value.size() > limits.max ? std::nullopt : std::optional(value);
}

Translation<api::ReturnFromProvider> comeBack()
{
    using Op = api::ReturnFromProvider;
    Translation<Op> how{.routes = {{HttpMethod::Get, "/return"}}};
    how.readRequest = [](const HttpRequest &request, const PathParameters &) -> Result<Op> {
        QByteArray spaces = request.query; // a form's plus is a space
        const QUrlQuery query(QString::fromUtf8(spaces.replace('+', "%20")));
        const auto state = item(query, u"state"_s, api::visitStateLimits);
        if (!state)
            return failure(Error::rejected(u"missingField"_s, u"state"_s));
        const auto code = item(query, u"code"_s, api::visitCodeLimits);
        return Op{.state = *state,
                  .code = code ? std::optional(Secret(*code)) : std::nullopt,
                  .error = item(query, u"error"_s, {0, 200})};
    };
    how.writeReply = [](const api::VisitReturned &returned, const HttpRequest &asked) {
        const HttpHeaders &by = asked.headers;
        return pageReply(200,
                         {said("Go back to your program"_L1, u"请回到你的程序"_s, by),
                          said("If it asks for a code, this is it. Give it to no person: "
                               "it signs in as you."_L1,
                               u"如果程序要求输入代码，请输入下面的代码。不要把它交给任何人："
                               "凭它可以以你的身份登录。"_s,
                               by),
                          returned.id.text()},
                         by);
    };
    return how;
}

} // namespace

Wire signInPages()
{
    Wire wire;
    wire.name = u"pages"_s;
    wire.prefix = "/sign-in";
    wire.takeCredential = [](const HttpHeaders &) -> Result<Secret> {
        return failure(Error::of(Error::Kind::Unauthorized, u"tokenMissing"_s));
    };
    wire.writeError = writePageError;
    wire.knows<api::VisitProvider>(leave());
    wire.knows<api::ReturnFromProvider>(comeBack());
    return wire;
}

} // namespace latchkey::wire

#include "wire/signinpages.h"

#include "api/providers.h"
#include "wire/bearer.h"
#include "wire/browserpage.h"
#include "wire/problem.h"

#include <QUrlQuery>

namespace latchkey::wire {

using namespace Qt::StringLiterals;

namespace {

Page refusal(const Error &error)
{
    if (error.code == "visitDenied"_L1) {
        return {{u"Not signed in"_s,
                 u"The provider did not let you in. Go back to your program and try again."_s},
                {u"未登录"_s, u"登录服务没有让你登录。请回到你的程序重试。"_s}};
    }
    if (error.code == "visitUnknown"_L1) {
        return {{u"Too late"_s,
                 u"This sign-in took too long, or was finished before. Begin it again in your "
                 "program."_s},
                {u"已失效"_s, u"这次登录用时过长，或者已经完成。请在你的程序中重新开始。"_s}};
    }
    if (error.code == "providerUnknown"_L1) {
        return {{u"Nobody signs in here"_s,
                 u"This server does not sign people in by that provider. Ask whoever runs it."_s},
                {u"无法在此登录"_s, u"此服务器不支持使用该登录服务。请联系服务器管理员。"_s}};
    }
    if (error.kind == Error::Kind::RateLimited || error.retryAfter) {
        return {{u"Not just now"_s, u"Wait a minute, then load this page again."_s},
                {u"暂时无法登录"_s, u"请等待一分钟，然后重新加载此页面。"_s}};
    }
    return {{u"That did not work"_s, u"Begin to sign in again in your program."_s},
            {u"登录未成功"_s, u"请在你的程序中重新开始登录。"_s}};
}

HttpReply writePageError(const Error &error, const Route &)
{
    return pageReply(problemStatus(error), refusal(error));
}

/// What a browser brought is taken.
HttpReply takenReply(const QString &code, const HttpRequest &asked)
{
    const Page page{{u"Go back to your program"_s,
                     u"If it asks for a code, this is it. Give it to no person: it signs in as "
                     "you."_s},
                    {u"请回到你的程序"_s,
                     u"如果程序要求输入代码，请输入下面的代码。不要把它交给任何人："
                     "凭它可以以你的身份登录。"_s}};
    return pageReply(page, asked,
                     u"<p><code id=\"code\">%1</code></p>"_s.arg(code.toHtmlEscaped()));
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
        return HttpReply{
            .status = 303,
            .headers = {{"Location", visit.address.toUtf8()}, {"Referrer-Policy", "no-referrer"}}};
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
    Translation<Op> how{.routes = {{HttpMethod::Get, "/return/{place}"}}};
    how.readRequest = [](const HttpRequest &request,
                         const PathParameters &parameters) -> Result<Op> {
        QByteArray spaces = request.query; // a form's plus is a space
        const QUrlQuery query(QString::fromUtf8(spaces.replace('+', "%20")));
        const auto state = item(query, u"state"_s, api::visitStateLimits);
        if (!state)
            return failure(Error::rejected(u"missingField"_s, u"state"_s));
        const auto code = item(query, u"code"_s, api::visitCodeLimits);
        return Op{.state = api::stateAt(parameters.value(u"place"_s), *state),
                  .code = code ? std::optional(Secret(*code)) : std::nullopt,
                  .error = item(query, u"error"_s, {0, 200})};
    };
    how.writeReply = [](const api::VisitReturned &returned, const HttpRequest &asked) {
        return takenReply(returned.id.text(), asked);
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

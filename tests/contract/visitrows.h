#pragma once

#include "row.h"
#include "stage.h"
#include "support/fakeproviders.h"

/// What rows about visits to an identity provider have in common.
namespace latchkey::test {

inline const Refusal providerUnknown{Error::Kind::NotFound, 404, QStringLiteral("providerUnknown")};
inline const Refusal visitUnknown{Error::Kind::NotFound, 404, QStringLiteral("visitUnknown")};
inline const Refusal visitRefused{Error::Kind::Unauthorized, 401, QStringLiteral("visitRefused")};
inline const Refusal idTokenInvalid{Error::Kind::Unauthorized, 401,
                                    QStringLiteral("idTokenInvalid")};
inline const Refusal unreachable{.kind = Error::Kind::Server,
                                 .status = 503,
                                 .code = QStringLiteral("providerUnreachable"),
                                 .saysWhen = true};
Refusal tooLong(const QString &field);

/// A browser went there, and came back as them; with another code.
Row::Prepare back(const QString &code = {});
/// They have an account, to which the identity is linked.
void linked(Stage &stage, Scene &scene);
/// They have an account, and came back from the provider.
void signedUpAndBack(Stage &stage, Scene &scene);

template <class Op>
Op visiting(const Scene &scene)
{
    return {.provider = scene.provider,
            .returnTo = QStringLiteral("http://127.0.0.1:4711/back"),
            .login = {}};
}
/// By what the browser brought.
template <class Op>
Op showing(const Scene &scene)
{
    return {.id = scene.visit, .state = scene.state, .code = scene.code};
}
api::ReturnFromProvider returning(const Scene &scene);
api::SignInByProvider entering(const Scene &scene);

/// What is asked, but for what is changed in it.
template <class Op, class Change>
auto with(Op (*make)(const Scene &), Change change)
{
    return [make, change](const Scene &scene) {
        Op operation = make(scene);
        change(operation);
        return operation;
    };
}

void checkVisit(Checks &checks, const api::ProviderVisit &visit, const Scene &scene);

} // namespace latchkey::test

#include "visitrows.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Refusal tooLong(const QString &field)
{
    return {.code = u"tooLong"_s, .field = field};
}

Row::Prepare back(const QString &code)
{
    return [code](Stage &stage, Scene &scene) {
        stage.makeProvider(scene);
        stage.visit(scene);
        if (!code.isEmpty())
            scene.code = Secret(code);
    };
}

void linked(Stage &stage, Scene &scene)
{
    stage.makeProvider(scene);
    stage.signUp(scene);
    stage.link(scene);
}

void signedUpAndBack(Stage &stage, Scene &scene)
{
    stage.makeProvider(scene);
    stage.signUp(scene);
    stage.visit(scene);
}

api::ReturnFromProvider returning(const Scene &scene)
{
    return {.state = scene.state, .code = scene.code, .error = {}};
}

api::SignInByProvider entering(const Scene &scene)
{
    return {.id = scene.visit,
            .state = scene.state,
            .code = scene.code,
            .device = theDevice,
            .deviceTrust = {},
            .language = {}};
}

void checkVisit(Checks &checks, const api::ProviderVisit &visit, const Scene &scene)
{
    checks.isTrue("an id", visit.id.text().startsWith(u"vst_"_s));
    checks.isTrue("its page",
                  visit.address.startsWith(FakeProviders::openId + u"/authorize?state="_s));
    checks.same("expiresAt", toRfc3339(visit.expiresAt), toRfc3339(scene.now + 10min));
}

} // namespace latchkey::test

#include "givenrows.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

void two(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.signUpReceiver(scene);
}

Row::Prepare asGiver(Give give)
{
    return [give](Stage &stage, Scene &scene) { give(stage, scene); };
}

Row::Prepare asReceiver(Give give)
{
    return [give](Stage &stage, Scene &scene) { scene.token = give(stage, scene); };
}

Row::Prepare asStranger(Give give)
{
    return [give](Stage &stage, Scene &scene) {
        give(stage, scene);
        const api::UserId receiver = scene.receiver;
        scene.token = stage.signUpReceiver(scene, u"Eve"_s);
        scene.receiver = receiver;
    };
}

} // namespace latchkey::test

#include "secretsmodule.h"

#include "secrets/system/systemsafes.h"

using namespace latchkey;

extern "C" secrets::Safes *latchkey_module(Alarm &alarm)
{
    return std::make_unique<secrets::SystemSafes>(alarm).release();
}

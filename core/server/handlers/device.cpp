#include "server/handlers/device.h"

#include "api/names.h"
#include "server/store/token.h"

namespace latchkey::server::handlers {

using namespace Qt::StringLiterals;

Result<api::Device> keptDevice(const api::Device &said)
{
    return api::normalDevice(said, u"device"_s).map([](api::Device device) {
        if (device.mark)
            device.mark = QString::fromLatin1(sha256(device.mark->toUtf8()).toBase64());
        return device;
    });
}

} // namespace latchkey::server::handlers

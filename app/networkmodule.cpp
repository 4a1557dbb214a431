#include "networkmodule.h"

#include "net/sockets/socketnetwork.h"

using namespace latchkey;

extern "C" net::Network *latchkey_module(Alarm &alarm)
{
    return std::make_unique<net::SocketNetwork>(alarm).release();
}

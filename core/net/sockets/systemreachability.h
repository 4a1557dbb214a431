#pragma once

#include "net/network.h"

namespace latchkey::net {

/// As the system tells it.
class SystemReachability final : public Reachability
{
    Q_OBJECT

public:
    explicit SystemReachability(QObject *parent = nullptr);
};

} // namespace latchkey::net

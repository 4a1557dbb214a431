#pragma once

#include <QObject>

namespace latchkey::net {

/// Has the system asked whether there is a network at all: without it an absent one would look like
/// a wrong address, and one that is back would be waited for.
class Reachability final : public QObject
{
    Q_OBJECT

public:
    explicit Reachability(QObject *parent = nullptr);

Q_SIGNALS:
    void regained();
};

} // namespace latchkey::net

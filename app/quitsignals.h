#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace latchkey::app {

/// SIGINT and SIGTERM end the program as closing its window does: in good order. To be made before
/// any other thread begins that would take them, as threads inherit who takes a signal.
class QuitSignals final : public QObject
{
    Q_OBJECT

public:
    QuitSignals();
    ~QuitSignals() override;

    /// As soon as there is an application.
    void listen();

Q_SIGNALS:
    void came();

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace latchkey::app

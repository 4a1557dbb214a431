#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace latchkey::app {

/// SIGINT and SIGTERM end the program as closing its window does: in good order.
class QuitSignals final : public QObject
{
    Q_OBJECT

public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace latchkey::app

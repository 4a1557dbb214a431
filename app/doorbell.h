#pragma once

#include <QObject>

class QSocketNotifier;

namespace latchkey::app {

/// A socket in a file, for this user alone, by which one program asks another for something in a
/// line. The system's own calls: a window would wait for the library of the network.
class Doorbell final : public QObject
{
    Q_OBJECT

public:
    explicit Doorbell(QObject *parent = nullptr);
    ~Doorbell() override;

    /// From now on. What lies in that file's place goes.
    bool hang(const QString &path);
    /// Says the line to whoever hangs there; false where nobody answers.
    static bool ring(const QString &path, const QByteArray &line);

Q_SIGNALS:
    void rung(const QByteArray &line);

private:
    class Guest;

    void open();

    QByteArray m_path;
    int m_descriptor = -1;
};

} // namespace latchkey::app

#pragma once

#include "base/filelock.h"
#include "doorbell.h"

#include <QObject>

namespace latchkey::app {

/// The one program with a window that runs for a home: two would write the same files and move the
/// same accounts. A second start asks the first to come to the front, and ends.
class RunningProgram final : public QObject
{
    Q_OBJECT

public:
    /// Conflict `lockHeld` where one runs already. Needs no application yet.
    static Result<std::unique_ptr<RunningProgram>> begin();

    /// From now on other starts can ask.
    void listen();

    /// Asks the one that runs; false where it does not answer.
    static bool askToFront();

Q_SIGNALS:
    /// `activation` is what the desktop gave the other start, so that it lets this one in front.
    void frontWanted(const QByteArray &activation);

private:
    explicit RunningProgram(std::unique_ptr<FileLock> lock);

    std::unique_ptr<FileLock> m_lock;
    Doorbell m_bell;
};

} // namespace latchkey::app

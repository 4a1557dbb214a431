#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace latchkey {

/// A file that one holder at a time has, across programs and within one. The system takes it from a
/// holder that ends, however it ends: what lies there afterwards is an empty shell, never a stale
/// lock. The file itself stays, for its owner's eyes only.
class FileLock final
{
public:
    struct Holder
    {
        qint64 process = 0; ///< 0 where it has not said so yet
        QByteArray words;   ///< as it told them; empty before that
    };

    /// Conflict `lockHeld` where another has it still after `patience`, which is waited for on this
    /// thread; `lockFailed` where the file can't be used.
    static Result<std::unique_ptr<FileLock>> take(const QString &path,
                                                  std::chrono::milliseconds patience = {});
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// What others may read of the holder for as long as it lives.
    bool tell(const QByteArray &words);

    /// Who has it at this moment; nothing where nobody does. Words of a holder that ended are never
    /// taken for those of a living one.
    static std::optional<Holder> holderOf(const QString &path);

private:
    explicit FileLock(int descriptor);

    int m_descriptor;
};

} // namespace latchkey

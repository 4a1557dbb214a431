#pragma once

#include "base/result.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace latchkey::storage {

/// Which database, and how it is to be held.
struct DatabaseAddress
{
    enum class Durability : std::uint8_t {
        Full,   ///< what is committed survives a power cut
        Normal, ///< what is committed survives a crash of the program; a power cut may take the
                ///< last
    };
    enum class Access : std::uint8_t { ReadWrite, ReadOnly };

    QString driver = QStringLiteral("QSQLITE");
    QString path;                  ///< of the file
    std::uint32_t applicationId{}; ///< marks the file as ours; one that bears another is refused
    Durability durability = Durability::Full;
    Access access = Access::ReadWrite;
    std::chrono::milliseconds busyTimeout{5000};

    /// `sqlite:///absolute/path` or a plain file path. Refuses what we have no driver for.
    static Result<DatabaseAddress> fromUrl(const QString &url);
};

} // namespace latchkey::storage

#pragma once

#include "api/session.h"
#include "base/error.h"
#include "base/secret.h"

#include <optional>

class QUrl;

namespace latchkey::app {

/// What this copy of the program is known again by. It is read when it is first asked for, made
/// where there is none or a broken one, and where it can't be kept it holds for this run.
class DeviceMark final
{
public:
    explicit DeviceMark(QString path);

    /// What the device tells that server; servers can't compare what it tells each of them.
    api::Device deviceAt(const QUrl &server);
    /// Why the next run will be a new device, as far as anybody asked for it.
    const std::optional<Error> &trouble() const { return m_trouble; }

private:
    void read();
    void make();

    const QString m_path;
    Secret m_mark;
    std::optional<Error> m_trouble;
};

} // namespace latchkey::app

#pragma once

#include "base/result.h"

#include <QString>

#include <functional>

class QPagedPaintDevice;
class QWidget;

namespace latchkey::ui {

/// Paper, by the system's own dialog.
class Printing
{
public:
    /// Where it prints to a file, that file's path, too.
    using Paint = std::function<void(QPagedPaintDevice &paper, const QString &file)>;

    virtual ~Printing() = default;

    /// A dialog of the asker, that ends with it; paints once somebody agreed.
    virtual Result<Nothing> ask(QWidget &asker, const Paint &paint) = 0;
};

} // namespace latchkey::ui

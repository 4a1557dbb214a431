#pragma once

#include "kit/printing.h"

#include <QPdfWriter>

#include <optional>

namespace latchkey::test {

/// Everybody agrees, and paper is a file.
class FilePrinting final : public ui::Printing
{
public:
    Result<Nothing> ask(QWidget &asker, const Paint &paint) override
    {
        Q_UNUSED(asker)
        if (trouble)
            return failure(*trouble);
        QPdfWriter paper(path);
        paint(paper, path);
        return Nothing();
    }

    QString path;
    std::optional<Error> trouble;
};

} // namespace latchkey::test

#pragma once

#include "kit/printing.h"

namespace latchkey::ui {

class SystemPrinting final : public Printing
{
public:
    Result<Nothing> ask(QWidget &asker, const Paint &paint) override;
};

} // namespace latchkey::ui

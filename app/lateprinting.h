#pragma once

#include "kit/printing.h"

#include <memory>

namespace latchkey::app {

/// Printing, whose module is loaded once somebody prints: few ever do, and none at the beginning.
class LatePrinting final : public ui::Printing
{
public:
    Result<Nothing> ask(QWidget &asker, const Paint &paint) override;

private:
    std::unique_ptr<ui::Printing> m_printing;
};

} // namespace latchkey::app

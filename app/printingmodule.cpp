#include "printingmodule.h"

#include "printing/systemprinting.h"

using namespace latchkey;

extern "C" ui::Printing *latchkey_module()
{
    return std::make_unique<ui::SystemPrinting>().release();
}

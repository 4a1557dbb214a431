#include "lateprinting.h"

#include "module.h"
#include "printingmodule.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;

Result<Nothing> LatePrinting::ask(QWidget &asker, const Paint &paint)
{
    if (!m_printing) {
        const auto make = entryOf<MakePrinting>("printing");
        if (!make)
            return failure(Error::of(Error::Kind::Server, u"moduleMissing"_s));
        m_printing.reset(make());
    }
    return m_printing->ask(asker, paint);
}

} // namespace latchkey::app

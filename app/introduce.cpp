#include "introduce.h"

#include <QCoreApplication>

namespace latchkey::app {

using namespace Qt::StringLiterals;

void introduce()
{
    QCoreApplication::setApplicationName(u"latchkey"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
}

} // namespace latchkey::app

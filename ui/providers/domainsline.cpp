#include "providers/domainsline.h"

#include <QRegularExpression>

namespace latchkey::ui::domainsline {

using namespace Qt::StringLiterals;

QList<QString> read(const QString &line)
{
    static const QRegularExpression between(u"[\\s,;，；、]+"_s);
    QStringList domains;
    for (QString domain : line.split(between, Qt::SkipEmptyParts)) {
        if (domain.startsWith(u'@'))
            domain.remove(0, 1);
        domains << domain.toLower();
    }
    domains.removeDuplicates();
    return domains;
}

QString written(const QList<QString> &domains)
{
    return domains.join(u", "_s);
}

} // namespace latchkey::ui::domainsline

#include "organisation/inheritancewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey::ui::inheritancewords {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(InheritanceWords)
};

} // namespace

QString name(Part part)
{
    if (part == &api::Inheritance::externalAccounts)
        return Words::tr("Financial accounts elsewhere");
    if (part == &api::Inheritance::fundingSource)
        return Words::tr("Funding source");
    if (part == &api::Inheritance::payoutSettings)
        return Words::tr("Payout settings");
    if (part == &api::Inheritance::mainAccount)
        return Words::tr("Main account");
    return Words::tr("Financial settings");
}

QString taken(const api::Inheritance &inheritance)
{
    QStringList names;
    for (const Part part : parts) {
        if (inheritance.*part == api::Inherited::Parent)
            names << name(part);
    }
    return names.isEmpty() ? Words::tr("Takes nothing from you")
                           : Words::tr("Takes from you: %1", "%1 is a list")
                                 .arg(QLocale().createSeparatedList(names));
}

} // namespace latchkey::ui::inheritancewords

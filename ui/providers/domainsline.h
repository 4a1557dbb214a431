#pragma once

#include <QList>
#include <QString>

/// The domains of a provider, as somebody types them into one line.
namespace latchkey::ui::domainsline {

/// Between commas, spaces or semicolons, also the Chinese ones; an @ before one is left out, and
/// each counts once.
QList<QString> read(const QString &line);
QString written(const QList<QString> &domains);

} // namespace latchkey::ui::domainsline

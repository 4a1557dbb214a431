#pragma once

#include <QList>
#include <QString>

/// Labels as one line that somebody types: with commas between them, and quotes around one that
/// has a comma itself. Whatever labels there are come back from their line as they were.
namespace latchkey::ui::labelsline {

QString written(const QList<QString> &labels);
QList<QString> read(const QString &line);

} // namespace latchkey::ui::labelsline

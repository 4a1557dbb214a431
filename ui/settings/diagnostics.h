#pragma once

#include <QList>
#include <QString>

namespace latchkey::ui {

/// One fact about the program, for whoever helps: in English on purpose, whatever language the
/// window speaks, so that every maintainer can read it.
struct DiagnosticLine
{
    QString name;
    QString value;
    bool isPersonal = false; ///< tells who or where somebody is

    bool operator==(const DiagnosticLine &) const = default;
};

/// Version, Qt, system, style and languages: what every report needs.
QList<DiagnosticLine> ownDiagnostics();
/// As text, a line each. Without what is personal where that is wanted.
QString diagnosticText(const QList<DiagnosticLine> &lines, bool isRedacted);

} // namespace latchkey::ui

#include "settings/diagnostics.h"

#include <QApplication>
#include <QLocale>
#include <QScreen>
#include <QStyle>
#include <QSysInfo>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

QList<DiagnosticLine> ownDiagnostics()
{
    return {
        {u"latchkey"_s, QStringLiteral(LATCHKEY_VERSION)},
        {u"qt"_s, QString::fromLatin1(qVersion())},
        {u"system"_s, QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture()},
        {u"platform"_s, QGuiApplication::platformName()},
        {u"scale"_s, QString::number(qApp->devicePixelRatio())},
        {u"locale"_s, QLocale().name() + u" (system "_s + QLocale::system().name() + u')'},
    };
}

QString diagnosticText(const QList<DiagnosticLine> &lines, bool isRedacted)
{
    QString text;
    for (const DiagnosticLine &line : lines) {
        const QString value = isRedacted && line.isPersonal ? u"[left out]"_s : line.value;
        text += line.name + u": "_s + value + u'\n';
    }
    return text;
}

} // namespace latchkey::ui

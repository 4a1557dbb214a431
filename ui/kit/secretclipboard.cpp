#include "kit/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

void copySecret(const Secret &secret, std::chrono::milliseconds patience)
{
    auto *content = new QMimeData;
    content->setText(secret.revealText());
    // Managers of clipboards that know this word keep no history of it.
    content->setData(u"x-kde-passwordManagerHint"_s, "secret");
    QGuiApplication::clipboard()->setMimeData(content);

    // Outlives what it was copied from.
    auto *timer = new QTimer(qApp);
    timer->setSingleShot(true);
    const auto clear = [secret] {
        QClipboard *clipboard = QGuiApplication::clipboard();
        if (Secret(clipboard->text()).matches(secret))
            clipboard->clear();
    };
    QObject::connect(timer, &QTimer::timeout, timer, [timer, clear] {
        clear();
        timer->deleteLater();
    });
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, timer, clear);
    timer->start(patience);
}

} // namespace latchkey::ui

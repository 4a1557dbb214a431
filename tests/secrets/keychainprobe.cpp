// keychain_probe write KEY SECRET | write-hastily KEY SECRET | read KEY | remove KEY: prints what
// came of it.
#include "base/alarm.h"
#include "secrets/system/keychainsecretstore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace latchkey;

namespace {

template <class T>
void report(const Call<T> &call, QObject *context)
{
    call.then(context, [](const Result<T> &result) {
        if (!result)
            std::printf("%s\n", qPrintable(result.error().code));
        else if constexpr (std::is_same_v<T, Secret>)
            std::printf("%s\n", result->reveal().constData());
        else
            std::printf("done\n");
        QCoreApplication::quit();
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    SystemAlarm alarm;
    secrets::KeychainSecretStore store(alarm, QStringLiteral("Latchkey"), std::chrono::seconds(5));
    const QString action = arguments.value(1);
    // Its time is over before the keychain has done it; a while later the program ends.
    secrets::KeychainSecretStore hasty(alarm, QStringLiteral("Latchkey"),
                                       std::chrono::milliseconds(0));
    if (action == QStringLiteral("write-hastily")) {
        hasty.write(arguments.value(2), Secret(arguments.value(3)))
            .then(&application, [&](const Result<Nothing> &written) {
                std::printf("%s\n", written ? "done" : qPrintable(written.error().code));
                alarm.after(std::chrono::seconds(2)).then(&application, [](const auto &) {
                    QCoreApplication::quit();
                });
            });
    } else if (action == QStringLiteral("write"))
        report(store.write(arguments.value(2), Secret(arguments.value(3))), &application);
    else if (action == QStringLiteral("read"))
        report(store.read(arguments.value(2)), &application);
    else
        report(store.remove(arguments.value(2)), &application);
    return QCoreApplication::exec();
}

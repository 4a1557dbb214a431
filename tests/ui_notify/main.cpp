#include "support/testrunner.h"

#include <QApplication>

#include <cstdio>
#include <unistd.h>

/// On a session bus of its own that starts nobody: no real desktop is told anything.
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("LATCHKEY_PRIVATE_BUS")) {
        qputenv("LATCHKEY_PRIVATE_BUS", "1");
        std::vector<char *> words;
        QByteArray program("dbus-run-session");
        QByteArray bus("--config-file=" BUS);
        QByteArray end("--");
        words.push_back(program.data());
        words.push_back(bus.data());
        words.push_back(end.data());
        words.insert(words.end(), argv, argv + argc);
        words.push_back(nullptr);
        execvp(program.constData(), words.data());
        std::perror("dbus-run-session");
        return 1;
    }
    QApplication application(argc, argv);
    return latchkey::test::runAll(argc, argv);
}

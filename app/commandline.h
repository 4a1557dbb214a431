#pragma once

#include <QStringList>

namespace latchkey::app {

/// What follows the program's name: a command, and what is meant for it.
struct CommandLine
{
    QString command; ///< empty for the window
    QStringList arguments;
    bool wantsHelp = false;
    bool wantsVersion = false;

    bool isEmpty() const { return command.isEmpty() && arguments.isEmpty(); }

    static CommandLine parse(const QStringList &arguments);
};

/// The texts of `--help`; an unknown command gives the general one.
QString helpText(const QString &command);

} // namespace latchkey::app

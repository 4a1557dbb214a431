#pragma once

#include <QString>

class QUrl;

/// What a server is called where people read it.
namespace latchkey::ui {

/// Listens on this computer alone and bears no name of its own: the server inside the program.
bool isThisComputer(const QUrl &url, const QString &name);
/// "This computer", the name of the server, or its host with the port.
QString serverWords(const QUrl &url, const QString &name);
/// "Ada on this computer", "Ada on Example".
QString personOnServer(const QString &person, const QUrl &url, const QString &name);

} // namespace latchkey::ui

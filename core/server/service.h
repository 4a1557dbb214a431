#pragma once

#include "api/describe.h"

#include <QString>
#include <QStringList>

namespace latchkey::server {

/// What is the same for every request.
struct Service
{
    QString name;
    QString version;
    QStringList wires;
    bool signUpOpen = true;
    api::PasswordPolicy passwords;
};

} // namespace latchkey::server

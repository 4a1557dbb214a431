#pragma once

#include "api/describe.h"
#include "server/signuprule.h"

#include <QString>
#include <QStringList>

namespace latchkey::server {

/// What is the same for every request.
struct Service
{
    QString name;
    QString version;
    QStringList wires;
    SignUpRule signUp = SignUpRule::FirstWithCode;
    api::PasswordPolicy passwords;
};

} // namespace latchkey::server

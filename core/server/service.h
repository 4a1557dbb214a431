#pragma once

#include "api/describe.h"
#include "api/serversettings.h"
#include "server/post/letters.h"
#include "server/signuprule.h"
#include "server/store/postpolicy.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace latchkey::server {

class Census;

/// What is the same for every request.
struct Service
{
    QString name;
    QString version;
    QStringList wires;
    QStringList sharedWires; ///< of them those of others that are spoken at its own address
    SignUpRule signUp = SignUpRule::FirstWithCode;
    api::PasswordPolicy passwords;
    PostPolicy post;
    std::shared_ptr<const Letters> letters;
    std::shared_ptr<Census> census;
    std::function<std::optional<api::PostStanding>(PostKind)> standing; ///< as it is now
    QString publicAddress; ///< https://..., where browsers find it; empty where nobody said
};

} // namespace latchkey::server

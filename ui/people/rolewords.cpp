#include "people/rolewords.h"

#include <QCoreApplication>

namespace latchkey::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ui::RoleWords)
};

} // namespace

QString rolewords::role(api::Role role)
{
    switch (role) {
    case api::Role::User:
        return Words::tr("User");
    case api::Role::Support:
        return Words::tr("Support");
    case api::Role::Admin:
        return Words::tr("Administrator");
    }
    Q_UNREACHABLE();
}

} // namespace latchkey::ui

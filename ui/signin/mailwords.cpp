#include "signin/mailwords.h"

#include <QCoreApplication>

namespace latchkey::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ui::MailWords)
};

} // namespace

QString perhapsMailedWords(const QString &to, bool isHere)
{
    if (isHere)
        return Words::tr("If there is an account with %1, a code for it is among the messages of "
                         "this program.")
            .arg(to);
    return Words::tr("If there is an account with %1, a code is on its way to it. It can take a "
                     "minute; look among the unwanted mail, too.")
        .arg(to);
}

QString mailedToOwnerWords(const QString &name)
{
    return Words::tr("A mail with a code was sent to the e-mail address of %1. It can take a "
                     "minute; look among the unwanted mail, too.",
                     "%1 is a user name")
        .arg(name);
}

} // namespace latchkey::ui

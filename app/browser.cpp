#include "browser.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QLocale>

namespace latchkey::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::app::Browser)

public:
    static QString title(bool wasLetIn)
    {
        return wasLetIn ? tr("You can go back to Latchkey") : tr("You were not signed in");
    }
    static QString text(bool wasLetIn)
    {
        return wasLetIn ? tr("You can close this page and go back to Latchkey.")
                        : tr("You can close this page. Latchkey says what to do.");
    }
};

net::ReturnPage returnPage(bool wasLetIn)
{
    return {.language = QLocale().bcp47Name(),
            .title = Words::title(wasLetIn),
            .text = Words::text(wasLetIn)};
}

} // namespace

Client::Browser systemBrowser()
{
    return {.open = [](const QUrl &url) { return QDesktopServices::openUrl(url); },
            .returnPage = returnPage};
}

} // namespace latchkey::app

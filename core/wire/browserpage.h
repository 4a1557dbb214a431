#pragma once

#include "base/httpmessage.h"

#include <QString>

/// What people read who come to a server by a browser.
namespace latchkey::wire {

struct PageWords
{
    QString title;
    QString text;
};

/// What a page says, in each language.
struct Page
{
    PageWords english;
    PageWords chinese;
};

/// As whoever asks reads it, and HTML below it.
HttpReply pageReply(const Page &page, const HttpRequest &asked, const QString &below = {});
/// In each language: whoever refuses doesn't know what the browser speaks.
HttpReply pageReply(int status, const Page &page);

/// Whether it is a browser that asks, which shows people what comes.
bool isByBrowser(const HttpRequest &request);

} // namespace latchkey::wire

#pragma once

#include "base/secret.h"

#include <curl/curl.h>

namespace latchkey::server {

/// The headers of a request, each wiped with the list.
class HeaderList
{
public:
    HeaderList() = default;
    ~HeaderList();
    HeaderList(const HeaderList &) = delete;
    HeaderList &operator=(const HeaderList &) = delete;

    void add(const char *line);
    void add(const Secret &line) { add(line.reveal().constData()); }

    curl_slist *list() const { return m_list; }

private:
    curl_slist *m_list = nullptr;
};

} // namespace latchkey::server

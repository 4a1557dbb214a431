#include "server/carriers/headerlist.h"

#include <cstring>

namespace latchkey::server {

HeaderList::~HeaderList()
{
    for (const curl_slist *each = m_list; each; each = each->next)
        explicit_bzero(each->data, std::strlen(each->data));
    curl_slist_free_all(m_list);
}

void HeaderList::add(const char *line)
{
    m_list = curl_slist_append(m_list, line);
}

} // namespace latchkey::server

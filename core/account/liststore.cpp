#include "account/liststore.h"

namespace latchkey::account {

ListStore::ListStore(QObject *parent)
    : QObject(parent)
{}

ListStore::~ListStore() = default;

Call<Nothing> ListStore::load()
{
    want();
    m_waiting.emplace_back();
    const Call<Nothing> call = m_waiting.back().call();
    if (m_isLoading)
        return call;
    m_isLoading = true;
    askAnew();
    Q_EMIT loadingChanged();
    return call;
}

void ListStore::askAnew()
{
    m_isOutdated = false;
    ask();
}

void ListStore::end(const Result<Nothing> &result)
{
    m_isLoading = false;
    if (result) {
        m_isLoaded = true;
        m_lastError.reset();
    } else {
        m_lastError = result.error();
    }
    for (const auto &source : std::exchange(m_waiting, {}))
        source.finish(result);
    Q_EMIT changed();
    Q_EMIT loadingChanged();
}

void ListStore::loadAnew()
{
    outdate();
    if (!m_isLoading)
        load();
}

void ListStore::reload()
{
    if (m_isWanted && isOffered())
        loadAnew();
}

} // namespace latchkey::account

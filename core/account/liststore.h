#pragma once

#include "base/call.h"

#include <QObject>

#include <optional>
#include <vector>

namespace latchkey::account {

/// Something of an account, as the server last told. Nothing is loaded until somebody wants to see
/// it; from then on it is kept true.
class ListStore : public QObject
{
    Q_OBJECT

public:
    ~ListStore() override;

    /// Whether the server knows of it at all.
    virtual bool isOffered() const = 0;
    bool isLoading() const { return m_isLoading; }
    bool isLoaded() const { return m_isLoaded; }
    /// Why the last load failed. What was known before stays.
    const std::optional<Error> &lastError() const { return m_lastError; }

    /// From now on it is loaded whenever a session begins, and whenever it may have changed.
    void want() { m_isWanted = true; }
    /// One at a time: who asks while one is under way waits for the same.
    Call<Nothing> load();

    // Not for pages.
    /// Where somebody wants to see it.
    void reload();

Q_SIGNALS:
    /// What is known, or what is under way with it.
    void changed();
    void loadingChanged();

protected:
    explicit ListStore(QObject *parent = nullptr);

    /// Asks the server, and ends in `settle`.
    virtual void ask() = 0;
    /// `keep` takes what was told, unless it was asked for before something changed: then it is
    /// asked for again.
    template <class Told, class Keep>
    void settle(const Result<Told> &told, const Keep &keep)
    {
        if (told && m_isOutdated) {
            askAnew();
            return;
        }
        if (told)
            keep(*told);
        end(told ? Result<Nothing>() : failure(told.error()));
    }
    /// It changed just now: what is under way knows nothing of that.
    void outdate() { m_isOutdated = m_isLoading; }
    void loadAnew();

private:
    void askAnew();
    void end(const Result<Nothing> &result);

    bool m_isWanted = false;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isOutdated = false;
    std::optional<Error> m_lastError;
    std::vector<CallSource<Nothing>> m_waiting;
};

} // namespace latchkey::account

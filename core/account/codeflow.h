#pragma once

#include "account/codeways.h"
#include "base/nothing.h"
#include "base/secret.h"

namespace latchkey::account {

/// A code goes out, comes back typed, and is taken.
class CodeFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Start,
        Code, ///< one has gone out, and is waited for
        Done,
    };
    Q_ENUM(Step)

    /// What the code is good for.
    struct Purpose
    {
        api::Factor by = api::Factor::Unknown;
        std::function<Call<api::CodeSent>()> send; ///< nothing where it is there already
        std::function<Call<Nothing>(const Secret &)> take;
        /// Where it goes. Empty: one that was sent before is good for nothing that comes later.
        QString to = {};
        /// To what the account has already: who signed up may have been sent one.
        bool isToPresent = false;
    };

    /// The clock outlives it.
    explicit CodeFlow(const Clock &clock, QObject *parent = nullptr);
    ~CodeFlow() override;

    Step step() const { return m_step; }
    bool isBusy() const { return m_isTaking || m_ways.isSending(); }
    /// The server may have taken the code already: nobody should leave before it says so.
    bool isTaking() const { return m_isTaking; }
    /// Why the last of `start` and `submit` failed; nothing where the person did not want to prove
    /// that it is them.
    const std::optional<Error> &error() const { return m_error; }
    /// From Code on: the one way, by which another can be sent.
    CodeWays &ways() { return m_ways; }

    /// Sends the first one. Where one has just left for the same, that is as good.
    void start(const Purpose &purpose);
    void submit(const Secret &code);
    /// To Start; a code that is being taken is taken all the same.
    void leave();

Q_SIGNALS:
    void changed();

private:
    struct Last
    {
        QString to;
        bool isToPresent = false;
        api::CodeSent sent;
        Timestamp at{};
    };

    void follow();
    void remember(const api::CodeSent &sent);
    std::optional<api::CodeSent> sentBefore() const;
    void end(Step step);

    const Clock &m_clock;
    Purpose m_purpose;
    std::optional<Last> m_last; ///< also of what was left
    CodeWays m_ways;
    int m_round = 0; ///< answers to an earlier one are nobody's any more
    Step m_step = Step::Start;
    bool m_isTaking = false;
    std::optional<Error> m_error;
};

} // namespace latchkey::account

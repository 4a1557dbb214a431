#pragma once

#include "api/codes.h"
#include "base/callscope.h"
#include "base/nothing.h"
#include "base/secret.h"

#include <QObject>

#include <functional>
#include <optional>

namespace latchkey::account {

/// A code goes out, comes back typed, and is taken. What that is good for the way says.
class CodeFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Start,
        Code, ///< `sent` is on its way, and is waited for
        Done,
    };
    Q_ENUM(Step)

    struct Way
    {
        std::function<Call<api::CodeSent>()> send;
        std::function<Call<Nothing>(const Secret &)> take;
    };

    explicit CodeFlow(QObject *parent = nullptr);
    ~CodeFlow() override;

    Step step() const { return m_step; }
    bool isBusy() const { return m_isBusy; }
    /// Why the last of `start`, `resend` and `submit` failed; nothing where the person did not want
    /// to prove that it is them.
    const std::optional<Error> &error() const { return m_error; }
    /// From Code on.
    const std::optional<api::CodeSent> &sent() const { return m_sent; }

    /// Sends the first one.
    void start(const Way &way);
    void resend();
    void submit(const Secret &code);
    /// To Start; a code that is being taken is taken all the same.
    void leave();

Q_SIGNALS:
    void changed();

private:
    void send();
    void fail(const Error &error);
    void begin();
    void go(Step step);

    CallScope m_sends;
    Way m_way;
    int m_round = 0; ///< answers to an earlier one are nobody's any more
    Step m_step = Step::Start;
    bool m_isBusy = false;
    std::optional<Error> m_error;
    std::optional<api::CodeSent> m_sent;
};

} // namespace latchkey::account

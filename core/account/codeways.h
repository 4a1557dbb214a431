#pragma once

#include "api/codes.h"
#include "base/callscope.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace latchkey {
class Clock;
}

namespace latchkey::account {

/// By which of several ways somebody shows who they are. Where the chosen one is a code that the
/// server sends, it is sent when the way is chosen, and again when it is asked for.
class CodeWays final : public QObject
{
    Q_OBJECT

public:
    using Send = std::function<Call<api::CodeSent>(api::Factor)>;

    CodeWays(const Clock &clock, Send send, QObject *parent = nullptr);
    ~CodeWays() override;

    /// Begins anew, with the best of them.
    void offer(const QList<api::Factor> &factors);
    /// This way alone, and its code is on its way already.
    void offerSent(api::Factor way, const api::CodeSent &sent);
    /// This way alone. Whoever had its code sent, none other can be sent from here.
    void offerGiven(api::Factor way);
    /// None is offered; what is being sent is of no interest any more.
    void clear();

    /// Those that this program knows, the best first.
    const QList<api::Factor> &offered() const { return m_offered; }
    api::Factor chosen() const { return m_chosen; }
    void choose(api::Factor way);

    // About the chosen way.
    /// From here, at that.
    bool isSent() const;
    /// It is there already.
    bool isGiven() const { return m_isGiven; }
    bool isSending() const { return delivery().isSending; }
    /// The last code that was sent, by this computer's clock.
    const std::optional<api::CodeSent> &sent() const { return delivery().sent; }
    /// Why the last one could not be sent; nothing where the person did not want to prove that it
    /// is them.
    const std::optional<Error> &error() const { return delivery().error; }
    /// None other can be sent before, by this computer's clock.
    std::optional<Timestamp> waitsUntil() const;
    bool canSend() const { return isSent() && !isSending() && !waitsUntil(); }
    void send();

Q_SIGNALS:
    void changed();
    void failed(const latchkey::Error &error);

private:
    struct Delivery
    {
        bool isSending = false;
        std::optional<api::CodeSent> sent;
        std::optional<Error> error;
        Timestamp nextAt{};
    };

    const Delivery &delivery() const;
    void take(api::Factor way, const api::CodeSent &sent);
    void takeRefusal(api::Factor way, const Error &error);

    const Clock &m_clock;
    const Send m_send;
    CallScope m_calls;
    QList<api::Factor> m_offered;
    api::Factor m_chosen = api::Factor::Unknown;
    bool m_isGiven = false;
    std::map<api::Factor, Delivery> m_deliveries;
    int m_turn = 0; ///< an answer from before is no longer of interest
};

/// Codes that the server sends, and not what the person has already.
bool isSentBy(api::Factor way);

} // namespace latchkey::account

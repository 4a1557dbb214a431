#pragma once

#include "server/accountserver.h"
#include "stand.h"

#include <QRegularExpression>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace latchkey::test {

/// Where a server's mails go in a test: here, in their order, or wherever `outcome` says.
class Postbag
{
public:
    Stand::MakeCarriers carriers()
    {
        return [this] { return server::Carriers{std::make_unique<Carrier>(*this), nullptr}; };
    }

    /// The next one, which must come.
    server::Mail next()
    {
        std::unique_lock lock(m_mutex);
        if (!m_came.wait_for(lock, std::chrono::seconds(20), [this] { return !m_mails.empty(); }))
            qFatal("no mail came");
        const server::Mail mail = m_mails.front();
        m_mails.pop_front();
        return mail;
    }

    /// The code in a mail: six digits, or what people write down.
    static QByteArray codeIn(const server::Mail &mail)
    {
        static const QRegularExpression code(
            QStringLiteral("\\b([0-9]{6}|[0-9A-Z]{5}-[0-9A-Z]{5})\\b"));
        return code.match(mail.plain.revealText()).captured(1).toLatin1();
    }
    QByteArray nextCode() { return codeIn(next()); }

    std::atomic<server::CarryOutcome::Kind> outcome = server::CarryOutcome::Kind::Sent;

private:
    class Carrier final : public server::Carrier
    {
    public:
        explicit Carrier(Postbag &bag)
            : m_bag(bag)
        {}
        server::CarryOutcome carry(const server::Message &message, const QString &,
                                   const PointOfNoReturn &isLeaving,
                                   const std::stop_token &) override
        {
            using Kind = server::CarryOutcome::Kind;
            const Kind what = m_bag.outcome;
            if (what == Kind::Sent && !isLeaving())
                return {Kind::Stopped};
            const std::scoped_lock lock(m_bag.m_mutex);
            if (what == Kind::Sent)
                m_bag.m_mails.push_back(std::get<server::Mail>(message));
            m_bag.m_came.notify_all();
            return {what, QStringLiteral("as the test said")};
        }

    private:
        Postbag &m_bag;
    };

    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<server::Mail> m_mails;
};

} // namespace latchkey::test

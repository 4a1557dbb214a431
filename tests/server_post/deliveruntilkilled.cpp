#include "deliveruntilkilled.h"

#include "server/carriers/smtpcarrier.h"
#include "server/store/writer.h"

#include <unistd.h>

namespace latchkey::server::test {

StoreOptions optionsOf(const QString &database)
{
    StoreOptions options;
    options.database.path = database;
    options.masterKey = [](bool) { return Secret(QByteArray(Vault::keySize, 'k')); };
    options.post.mail = PostWay::Out;
    return options;
}

SmtpSettings settingsOf(quint16 port)
{
    SmtpSettings settings;
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = port;
    settings.security = SmtpSettings::Security::None;
    settings.from = {QStringLiteral("post@example.org"), {}};
    settings.doneWithin = std::chrono::seconds(30);
    return settings;
}

void deliverUntilKilled(const QString &database, quint16 port)
{
    const SystemClock clock;
    const auto writer = Writer::start(optionsOf(database), clock, {}).value();
    Delivery delivery(PostKind::Mail, std::make_unique<SmtpCarrier>(settingsOf(port), clock),
                      clock);
    delivery.start(*writer);
    for (;;)
        ::pause();
}

} // namespace latchkey::server::test

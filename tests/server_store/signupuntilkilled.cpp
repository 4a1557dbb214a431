#include "signupuntilkilled.h"

#include "opened.h"

#include <cstdio>

namespace latchkey::server::test {

void signUpUntilKilled(const QString &path)
{
    const SystemClock clock;
    StoreOptions options;
    options.database.path = path;
    options.masterKey = aKey();
    const auto writer = Writer::start(options, clock, {}).value();
    for (int i = 0;; ++i) {
        const auto work = [i](WriteStore &store) -> Result<Nothing> {
            const auto user = Opened::insertUser(store, u"%1@example.com"_s.arg(i));
            return store.audit.append({.operation = u"signUp"_s, .subject = user.id.text()})
                .map([](qint64) { return Nothing(); });
        };
        writer->submit(work, [i](const Result<Nothing> &end) {
            if (end) {
                std::printf("%d\n", i);
                std::fflush(stdout);
            }
        });
    }
}

} // namespace latchkey::server::test

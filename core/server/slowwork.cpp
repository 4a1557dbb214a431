#include "server/slowwork.h"

#include "server/passwordhashing.h"

namespace latchkey::server {

SlowWork judging(PasswordTask task)
{
    return [task = std::move(task)](const SlowMeans &means) -> Result<Erased> {
        PasswordVerdict verdict = means.hashing.judge(task);
        if (verdict.lacking)
            return failure(*verdict.lacking);
        return erased(std::move(verdict));
    };
}

SlowWork asking(ProviderQuestion question)
{
    return [question = std::move(question)](const SlowMeans &means) -> Result<Erased> {
        return erased(means.providers.ask(question));
    };
}

} // namespace latchkey::server

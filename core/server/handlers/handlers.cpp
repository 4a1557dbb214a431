#include "server/handlers/handlers.h"

namespace latchkey::server::handlers {

HandlerSet allHandlers(const Service &service)
{
    HandlerSet handlers;
    addDescribe(handlers, service);
    addJoining(handlers, service);
    addSigningIn(handlers, service);
    addEmailSignIn(handlers, service);
    addVisiting(handlers, service);
    addProviderSignIn(handlers, service);
    addIdentities(handlers, service);
    addProviders(handlers);
    addTokens(handlers);
    addOnBehalf(handlers, service);
    addProving(handlers, service);
    addRecovery(handlers, service);
    addProfile(handlers, service);
    addEditing(handlers, service);
    addVerification(handlers, service);
    addSessions(handlers);
    addApiSessions(handlers, service);
    addGrants(handlers);
    addAuthorizations(handlers, service);
    addAuthorized(handlers);
    addCredits(handlers, service);
    addFactors(handlers, service);
    addFinding(handlers);
    addOrganisations(handlers, service);
    addHelping(handlers, service);
    addLeaving(handlers, service);
    addPreferences(handlers, service);
    addServerSettings(handlers, service);
    handlers.streaming<api::Events>();
    return handlers;
}

} // namespace latchkey::server::handlers

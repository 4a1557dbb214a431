#pragma once

#include "server/handlerset.h"
#include "server/service.h"

namespace latchkey::server::handlers {

void addDescribe(HandlerSet &handlers, const Service &service);
void addJoining(HandlerSet &handlers, const Service &service);
void addSigningIn(HandlerSet &handlers, const Service &service);
void addEmailSignIn(HandlerSet &handlers, const Service &service);
void addVisiting(HandlerSet &handlers, const Service &service);
void addProviderSignIn(HandlerSet &handlers, const Service &service);
void addIdentities(HandlerSet &handlers, const Service &service);
void addProviders(HandlerSet &handlers);
void addTokens(HandlerSet &handlers);
void addOnBehalf(HandlerSet &handlers, const Service &service);
void addProving(HandlerSet &handlers, const Service &service);
void addRecovery(HandlerSet &handlers, const Service &service);
void addProfile(HandlerSet &handlers, const Service &service);
void addEditing(HandlerSet &handlers, const Service &service);
void addVerification(HandlerSet &handlers, const Service &service);
void addSessions(HandlerSet &handlers);
void addApiSessions(HandlerSet &handlers, const Service &service);
void addGrants(HandlerSet &handlers);
void addAuthorizations(HandlerSet &handlers, const Service &service);
void addAuthorized(HandlerSet &handlers);
void addCredits(HandlerSet &handlers, const Service &service);
void addFactors(HandlerSet &handlers, const Service &service);
void addFinding(HandlerSet &handlers);
void addOrganisations(HandlerSet &handlers, const Service &service);
void addHelping(HandlerSet &handlers, const Service &service);
void addLeaving(HandlerSet &handlers, const Service &service);
void addPreferences(HandlerSet &handlers, const Service &service);
void addServerSettings(HandlerSet &handlers, const Service &service);

/// All of them.
HandlerSet allHandlers(const Service &service);

} // namespace latchkey::server::handlers

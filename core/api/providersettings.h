#pragma once

#include "api/providers.h"
#include "base/result.h"

/// The identity providers of a server, as its administrators see and set them.
namespace latchkey::api {

inline constexpr Limits issuerLimits{1, 300, "https://..., as the provider's tokens name it"};
inline constexpr Limits clientIdLimits{1, 200, "What the provider calls this server"};
inline constexpr Limits clientSecretLimits{1, 500, "What the provider gave with it, where it did"};
inline constexpr Limits newSecretLimits{0, clientSecretLimits.max,
                                        "Another one; an empty one takes it away"};
inline constexpr Limits domainsLimits{0, 50, "example.com: whose addresses are led to it"};

/// As they are kept: in lower case, each once. Rejected `domainInvalid`.
Result<QList<QString>> normalDomains(const QList<QString> &typed, const QString &field);

struct Provider
{
    ProviderId id;
    ProviderKind kind = ProviderKind::OpenId;
    QString name;
    QString issuer;
    QString clientId;
    bool hasSecret = false; ///< which nobody is told
    QList<QString> domains;
    bool makesAccounts = false; ///< for whoever it knows, and nobody here
    bool isOn = true;           ///< else nobody signs in by it
    Timestamp createdAt{};
    Timestamp updatedAt{};

    static constexpr auto fields()
    {
        return allFields(field("id", &Provider::id), field("kind", &Provider::kind),
                         field("name", &Provider::name, providerNameLimits),
                         field("issuer", &Provider::issuer, issuerLimits),
                         field("clientId", &Provider::clientId, clientIdLimits),
                         field("hasSecret", &Provider::hasSecret),
                         field("domains", &Provider::domains, domainsLimits),
                         field("makesAccounts", &Provider::makesAccounts),
                         field("isOn", &Provider::isOn), field("createdAt", &Provider::createdAt),
                         field("updatedAt", &Provider::updatedAt));
    }

    bool operator==(const Provider &) const = default;
};

inline ProviderCard cardOf(const Provider &provider)
{
    return {provider.id, provider.kind, provider.name};
}

struct Providers
{
    QList<Provider> providers;

    static constexpr auto fields() { return allFields(field("providers", &Providers::providers)); }

    bool operator==(const Providers &) const = default;
};

struct ListProviders
{
    using Reply = Providers;
    static constexpr Traits traits{.name = "listProviders",
                                   .summary = "The identity providers that this server asks",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

/// It is asked at once: what can't be reached, or says that it is another, is not added.
struct AddProvider
{
    ProviderKind kind = ProviderKind::OpenId;
    QString name;
    QString issuer;
    QString clientId;
    std::optional<Secret> clientSecret;
    QList<QString> domains;
    bool makesAccounts = false;

    using Reply = Provider;
    static constexpr Traits traits{.name = "addProvider",
                                   .summary = "Let people sign in by an identity provider",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("kind", &AddProvider::kind),
                         field("name", &AddProvider::name, providerNameLimits),
                         field("issuer", &AddProvider::issuer, issuerLimits),
                         field("clientId", &AddProvider::clientId, clientIdLimits),
                         field("clientSecret", &AddProvider::clientSecret, clientSecretLimits),
                         field("domains", &AddProvider::domains, domainsLimits),
                         field("makesAccounts", &AddProvider::makesAccounts));
    }
};

/// What is not given stays. Its issuer and its kind stay anyhow, and the client once anybody signs
/// in by it: another one is another provider.
struct EditProvider
{
    ProviderId id;
    std::optional<QString> name;
    std::optional<QString> clientId;
    std::optional<Secret> clientSecret; ///< an empty one takes it away
    std::optional<QList<QString>> domains;
    std::optional<bool> makesAccounts;
    std::optional<bool> isOn;

    using Reply = Provider;
    static constexpr Traits traits{.name = "editProvider",
                                   .summary = "Change how an identity provider is asked",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("id", &EditProvider::id),
                         field("name", &EditProvider::name, providerNameLimits),
                         field("clientId", &EditProvider::clientId, clientIdLimits),
                         field("clientSecret", &EditProvider::clientSecret, newSecretLimits),
                         field("domains", &EditProvider::domains, domainsLimits),
                         field("makesAccounts", &EditProvider::makesAccounts),
                         field("isOn", &EditProvider::isOn));
    }
};

/// Nobody signs in by it any more, and who signed in no other way can't.
struct RemoveProvider
{
    ProviderId id;

    using Reply = Nothing;
    static constexpr Traits traits{.name = "removeProvider",
                                   .summary = "Forget an identity provider and whom it knew",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(field("id", &RemoveProvider::id)); }
};

} // namespace latchkey::api

#include "selfsigned.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace latchkey::test {

namespace {

template <auto release>
struct Release
{
    void operator()(auto *thing) const { release(thing); }
};

using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free>>;

constexpr long day = 24 * 60 * 60;

QByteArray contents(const Memory &memory)
{
    char *start = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &start);
    return QByteArray(start, size);
}

void name(X509 *certificate, const QByteArray &address)
{
    X509_NAME *subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(address.constData()),
                               int(address.size()), -1, 0);
    X509_set_issuer_name(certificate, subject);
    const QByteArray alternative = QByteArray("IP:").append(address);
    const Extension names(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternative.constData()));
    X509_add_ext(certificate, names.get(), -1);
}

} // namespace

SelfSigned SelfSigned::forAddress(const QByteArray &address)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), day);
    X509_set_pubkey(certificate.get(), key.get());
    name(certificate.get(), address);
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    const Memory written(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(written.get(), certificate.get());
    const Memory writtenKey(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(writtenKey.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {contents(written), contents(writtenKey)};
}

} // namespace latchkey::test

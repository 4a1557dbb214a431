#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QString>

namespace latchkey::server {

/// As a form has it, and a query: percent-encoded.
Secret formEncoded(const Secret &text);

/// What is posted, or asked with (`application/x-www-form-urlencoded`); wiped as it grows.
class Form
{
public:
    void add(const char *name, const Secret &value);
    void add(const char *name, const QString &value) { add(name, Secret(value)); }

    const Secret &encoded() const { return m_encoded; }

private:
    Secret m_encoded;
};

} // namespace latchkey::server

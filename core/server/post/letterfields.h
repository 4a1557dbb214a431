#pragma once

#include "api/user.h"
#include "base/clock.h"
#include "base/secret.h"

#include <QMap>
#include <QString>

#include <chrono>

namespace latchkey::server {

/// What a letter's words need, by name, as people of one language write it.
class LetterFields
{
public:
    explicit LetterFields(api::Language language)
        : m_language(language)
    {}

    /// Somebody's own text: made one line of what is seen, and cut where nobody would read on.
    LetterFields &add(const char *name, const QString &text);
    LetterFields &add(const char *name, const Secret &code);
    LetterFields &add(const char *name, Timestamp moment);
    LetterFields &add(const char *name, std::chrono::minutes time);
    LetterFields &add(const char *name, int number);

    const QMap<QString, QString> &values() const { return m_values; }

private:
    const api::Language m_language;
    QMap<QString, QString> m_values;
};

} // namespace latchkey::server

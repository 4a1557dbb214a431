#pragma once

#include "api/user.h"
#include "base/result.h"
#include "server/post/letter.h"
#include "server/post/lettertemplate.h"
#include "server/post/message.h"

#include <QHash>

namespace latchkey::server {

/// Every letter in every language, read once. From any thread.
class Letters
{
public:
    /// Server `letterBroken`, where a letter lacks words or its words don't use just its fields:
    /// then the program was built wrong.
    /// The name stands in for an address that nobody knows.
    static Result<Letters> load(const QString &serverName, const QString &serverAddress = {});

    template <letter::ByMail L>
    Mail mail(const L &about, api::Language language, const QString &to) const
    {
        LetterFields fields(language);
        about.fill(fields);
        return writeMail(L::name, language, fields, to);
    }

    template <letter::BySms L>
    Sms sms(const L &about, api::Language language, const QString &to) const
    {
        LetterFields fields(language);
        about.fill(fields);
        return writeSms(L::name, language, fields, to);
    }

private:
    struct Language
    {
        QHash<QString, LetterTemplate> mails; ///< by the letter's name
        QHash<QString, WordsWithPlaces> texts;
        LetterTemplate footer;
    };

    Letters(const QString &serverName, const QString &serverAddress);

    Result<Nothing> read(api::Language language);
    template <class L>
    Result<Nothing> readLetter(api::Language language);
    Mail writeMail(const char *name, api::Language language, const LetterFields &fields,
                   const QString &to) const;
    Sms writeSms(const char *name, api::Language language, const LetterFields &fields,
                 const QString &to) const;
    QMap<QString, QString> complete(const LetterFields &fields) const;

    const QString m_serverName;
    const QString m_serverAddress;
    QHash<api::Language, Language> m_languages;
    QString m_page; ///< HTML around a letter
};

} // namespace latchkey::server

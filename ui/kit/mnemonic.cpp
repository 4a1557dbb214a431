#include "kit/mnemonic.h"

namespace latchkey::ui {

QString withoutMnemonic(const QString &text)
{
    QString words;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != u'&' || at + 1 == text.size()) {
            words += text.at(at);
            continue;
        }
        ++at; // what is marked: a letter, or another '&' that is meant
        const bool isBracketed = text.at(at) != u'&' && words.endsWith(u'(') &&
                                 at + 1 < text.size() && text.at(at + 1) == u')';
        if (!isBracketed) {
            words += text.at(at);
            continue;
        }
        // Where the words have no Latin letters, the letter stands in brackets of its own.
        ++at;
        words.chop(1);
        while (!words.isEmpty() && words.back().isSpace())
            words.chop(1);
    }
    return words;
}

QChar mnemonicOf(const QString &text)
{
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (text.at(at) != u'&')
            continue;
        ++at;
        if (text.at(at) != u'&')
            return text.at(at).toUpper();
    }
    return {};
}

} // namespace latchkey::ui

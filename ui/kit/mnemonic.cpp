#include "kit/mnemonic.h"

#include <QRegularExpression>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

QString withoutMnemonic(QString text)
{
    // Where the words have no Latin letters, the letter stands in brackets of its own.
    static const QRegularExpression inBrackets(u"\\s*\\(&[^&]\\)"_s);
    static const QRegularExpression inWords(u"&(.)"_s);
    return text.remove(inBrackets).replace(inWords, u"\\1"_s);
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

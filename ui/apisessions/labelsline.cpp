#include "apisessions/labelsline.h"

#include <algorithm>

namespace latchkey::ui::labelsline {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar quote = u'"';

bool isComma(QChar c)
{
    return c == u',' || c == u'，' || c == u'、';
}

bool needsQuotes(const QString &label)
{
    return label.startsWith(quote) || std::ranges::any_of(label, isComma);
}

} // namespace

QString written(const QList<QString> &labels)
{
    QStringList parts;
    for (QString label : labels)
        parts << (needsQuotes(label) ? quote + label.replace(quote, u"\"\""_s) + quote : label);
    return parts.join(u", "_s);
}

QList<QString> read(const QString &line)
{
    QList<QString> labels;
    QString label;
    bool isQuoted = false;
    const auto end = [&] {
        if (const QString trimmed = label.trimmed(); !trimmed.isEmpty())
            labels << trimmed;
        label.clear();
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (isQuoted && c == quote && line.mid(i + 1, 1) == quote) {
            label += quote;
            ++i;
        } else if (isQuoted && c == quote) {
            isQuoted = false;
        } else if (!isQuoted && c == quote && label.trimmed().isEmpty()) {
            isQuoted = true;
        } else if (!isQuoted && isComma(c)) {
            end();
        } else {
            label += c;
        }
    }
    end();
    return labels;
}

} // namespace latchkey::ui::labelsline

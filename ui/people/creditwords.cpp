#include "people/creditwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey::ui::creditwords {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ui::CreditWords)
};

QString counted(api::Resource resource, qint64 number)
{
    if (resource == api::Resource::Data)
        return QLocale().formattedDataSize(number);
    return QLocale().toString(number);
}

} // namespace

QString amount(qint64 millionths)
{
    const QLocale locale;
    const qint64 size = std::abs(millionths);
    QString text = locale.toString(size / api::aCredit);
    if (const qint64 rest = size % api::aCredit; rest > 0) {
        QString digits = QString::number(rest).rightJustified(6, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        text += locale.decimalPoint() + digits;
    }
    return millionths < 0 ? locale.negativeSign() + text : text;
}

QString movement(qint64 millionths)
{
    return millionths > 0 ? QLocale().positiveSign() + amount(millionths) : amount(millionths);
}

std::optional<qint64> millionths(const QString &typed)
{
    constexpr int places = 6;
    const QLocale locale;
    QString text = typed.trimmed();
    bool isNumber = false;
    locale.toDouble(text, &isNumber); // which knows where groups of digits may end
    const QStringList parts = text.remove(locale.groupSeparator()).split(locale.decimalPoint());
    const QString rest = parts.value(1).leftJustified(places, u'0');
    if (!isNumber || rest.size() > places)
        return std::nullopt;
    const QString digits = parts.first() + rest;
    const qint64 amount = digits.toLongLong(&isNumber);
    return isNumber ? std::optional(amount) : std::nullopt;
}

QString tier(api::Tier tier)
{
    switch (tier) {
    case api::Tier::Unverified:
        return Words::tr("Unverified");
    case api::Tier::Free:
        return Words::tr("Free");
    case api::Tier::Paid:
        return Words::tr("Paid");
    case api::Tier::Partner:
        return Words::tr("Partner");
    case api::Tier::WhiteLabeled:
        return Words::tr("White-labeled");
    case api::Tier::Unknown:
        break;
    }
    return Words::tr("One of the server's own");
}

QString resource(api::Resource resource)
{
    switch (resource) {
    case api::Resource::Data:
        return Words::tr("Data in a month");
    case api::Resource::Records:
        return Words::tr("Published names");
    case api::Resource::Messages:
        return Words::tr("Sent messages");
    case api::Resource::Keys:
        return Words::tr("Keys");
    case api::Resource::Speech:
        return Words::tr("Spoken messages");
    case api::Resource::Unknown:
        break;
    }
    return {};
}

QString use(const api::Meter &meter)
{
    const QString used = counted(meter.resource, meter.used);
    if (meter.limit >= api::unlimited && meter.resource != api::Resource::Data)
        return Words::tr("%1, without a limit", "a number").arg(used);
    return Words::tr("%1 of %2", "how much is used, and may be")
        .arg(used, counted(meter.resource, meter.limit));
}

} // namespace latchkey::ui::creditwords

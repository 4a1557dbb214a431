#include "server/phonenumber.h"

// Its headers don't compile with all of our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#include <phonenumbers/phonenumberutil.h>
#pragma GCC diagnostic pop

#include <string>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

Error refusal(const QString &code)
{
    return Error::rejected(code, u"phone"_s);
}

/// Whoever gets a text there pays, or has it sent in order to be paid.
bool isForText(PhoneNumberUtil::PhoneNumberType type)
{
    return type != PhoneNumberUtil::PREMIUM_RATE && type != PhoneNumberUtil::SHARED_COST;
}

} // namespace

Result<QString> normalPhone(const QString &typed, const std::optional<QString> &region)
{
    const PhoneNumberUtil &numbers = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    const auto trouble = numbers.Parse(typed.toStdString(),
                                       region.value_or(u"ZZ"_s).toUpper().toStdString(), &number);
    // Of one that begins with its country, only that there is no such country.
    const bool saysCountry = typed.contains(u'+') || typed.contains(u'＋');
    if (trouble == PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR && !saysCountry)
        return failure(refusal(u"phoneNeedsCountry"_s));
    if (trouble != PhoneNumberUtil::NO_PARSING_ERROR || !numbers.IsValidNumber(number) ||
        !isForText(numbers.GetNumberType(number)))
        return failure(refusal(u"phoneNotValid"_s));
    std::string text;
    numbers.Format(number, PhoneNumberUtil::E164, &text);
    return QString::fromStdString(text);
}

} // namespace latchkey::server

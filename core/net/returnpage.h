#pragma once

#include <QString>

namespace latchkey::net {

/// What a browser shows once it was where it should: plain text, in the language that it names.
struct ReturnPage
{
    QString language = QStringLiteral("en"); ///< as HTML has it, e.g. `zh-CN`
    QString title = {};
    QString text = {};
};

} // namespace latchkey::net

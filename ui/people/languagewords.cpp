#include "people/languagewords.h"

namespace latchkey::ui {

QString nameOf(api::Language language)
{
    switch (language) {
    case api::Language::English:
        return QStringLiteral("English");
    case api::Language::Chinese:
        return QStringLiteral("简体中文");
    }
    Q_UNREACHABLE();
}

} // namespace latchkey::ui

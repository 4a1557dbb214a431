#include "kit/wirewords.h"

#include <QCoreApplication>

#include <array>

namespace latchkey::ui::wirewords {

using namespace Qt::StringLiterals;

namespace {

class WireWords
{
    Q_DECLARE_TR_FUNCTIONS(WireWords)
};

struct Words
{
    QLatin1StringView wire;
    const char *title; ///< a name, the same in each language
    const char *help;
};

constexpr std::array known{
    Words{"latchkey"_L1, "Latchkey", QT_TRANSLATE_NOOP("WireWords", "A server of this program.")},
    Words{
        "aurora"_L1, "Aurora",
        QT_TRANSLATE_NOOP("WireWords", "Aurora Interactive's chatbots. Paths begin with /api/v3.")},
    Words{"oneshot"_L1, "OneShot",
          QT_TRANSLATE_NOOP("WireWords",
                            "OneShot, and Azuma, which it comes from. People sign in by name.")},
    Words{"wingspan"_L1, "Wingspan",
          QT_TRANSLATE_NOOP("WireWords",
                            "Wingspan's payroll for contractors. Paths begin with /users.")},
    Words{"mmdl"_L1, "MMDL",
          QT_TRANSLATE_NOOP("WireWords", "Manage My Damn Life: tasks and calendars.")},
    Words{"temporal"_L1, "Temporal",
          QT_TRANSLATE_NOOP("WireWords", "Temporal's storage. Paths begin with /v2.")},
};

const Words *wordsOf(const QString &wire)
{
    for (const Words &words : known) {
        if (words.wire == wire)
            return &words;
    }
    return nullptr;
}

} // namespace

QString title(const QString &wire)
{
    const Words *words = wordsOf(wire);
    return words ? QString::fromLatin1(words->title) : wire;
}

QString help(const QString &wire)
{
    const Words *words = wordsOf(wire);
    return words ? WireWords::tr(words->help) : QString();
}

QString version(int version)
{
    return WireWords::tr("Version %1").arg(version);
}

} // namespace latchkey::ui::wirewords

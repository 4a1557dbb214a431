#include "shell/translator.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

Translator::Translator(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{}

Translator::~Translator()
{
    removeAll();
}

void Translator::speak(const QLocale &locale)
{
    const QString language = locale.language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
    if (language == m_language && locale == m_locale)
        return;
    m_language = language;
    m_locale = locale;
    // Before the translators: widgets format dates and numbers while they hear of the change.
    QLocale::setDefault(locale);
    removeAll();
    install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English has one as well: it holds the plural forms.
    install(u"latchkey_"_s + language, m_folder);
    Q_EMIT languageChanged();
}

void Translator::install(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

void Translator::removeAll()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
}

} // namespace latchkey::ui

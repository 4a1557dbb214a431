#pragma once

#include <QLocale>
#include <QObject>

#include <memory>
#include <vector>

class QTranslator;

namespace latchkey::ui {

/// Speaks the language that was chosen: our words, Qt's own, and dates and numbers. Widgets hear of
/// a change as QEvent::LanguageChange.
class Translator final : public QObject
{
    Q_OBJECT

public:
    /// `folder` holds `latchkey_<language>.qm`.
    explicit Translator(QString folder = QStringLiteral(":/i18n"), QObject *parent = nullptr);
    ~Translator() override;

    /// A language that we don't have speaks English.
    void speak(const QLocale &locale);
    const QLocale &locale() const { return m_locale; }
    /// `en` or `zh_CN`.
    const QString &language() const { return m_language; }

Q_SIGNALS:
    void languageChanged();

private:
    void install(const QString &name, const QString &folder);
    void removeAll();

    QString m_folder;
    QLocale m_locale;
    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace latchkey::ui

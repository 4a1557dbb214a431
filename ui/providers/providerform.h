#pragma once

#include "api/providersettings.h"
#include "kit/entryform.h"

#include <map>

class QCheckBox;
class QLineEdit;

namespace latchkey::ui {

class ChoiceBox;
class FormField;
class PasswordEdit;
class SubtleText;

/// What an identity provider is asked with: a new one, or one that is there.
class ProviderForm final : public EntryForm
{
    Q_OBJECT

public:
    explicit ProviderForm(QWidget *parent = nullptr);

    void begin() override;
    void begin(const api::Provider &provider);
    bool isTyped() const override;
    void showError(const Error &error) override;
    void focusFirst() override;

Q_SIGNALS:
    void addRequested(const latchkey::api::AddProvider &wanted);
    void editRequested(const latchkey::api::EditProvider &wanted);

protected:
    void send() override;
    void setReadOnly(bool isReadOnly) override;
    bool isNew() const override { return !m_provider; }
    void retranslate() override;

private:
    enum class Line { Name, Issuer, ClientId, ClientSecret, Domains };

    void makeLines();
    void fill(const api::Provider &provider);
    void takeKind();
    void clearErrors();
    void refuse(Line which, const Error &error);
    void edit();
    QLineEdit *line(Line which) const { return m_lines.at(which); }
    QString text(Line which) const;
    std::optional<Secret> secret() const;
    bool isFilled(std::initializer_list<Line> needed);
    void retranslateLines();
    void tellReturn();

    std::optional<api::Provider> m_provider; ///< that is there
    std::optional<std::pair<Line, Error>> m_wrong;
    QString m_typedIssuer; ///< while that of Google stands there
    ChoiceBox *m_kind;
    FormField *m_kindField;
    PasswordEdit *m_secret;
    std::map<Line, QLineEdit *> m_lines;
    std::map<Line, FormField *> m_fields;
    QCheckBox *m_dropsSecret;
    QCheckBox *m_makesAccounts;
    SubtleText *m_return;
};

} // namespace latchkey::ui

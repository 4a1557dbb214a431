#pragma once

#include "api/providersettings.h"
#include "base/error.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class ChoiceBox;
class FormField;
class MessageBar;
class PasswordEdit;
class SubtleText;

/// What an identity provider is asked with: a new one, or one that is there.
class ProviderForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ProviderForm(QWidget *parent = nullptr);

    /// Empty, for a new one.
    void begin();
    void begin(const api::Provider &provider);
    bool isTyped() const;

    void setBusy(bool isBusy);
    void setUsable(bool isUsable);
    void showError(const Error &error);
    void focusFirst();

Q_SIGNALS:
    void addRequested(const latchkey::api::AddProvider &wanted);
    void editRequested(const latchkey::api::EditProvider &wanted);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Line { Name, Issuer, ClientId, ClientSecret, Domains };

    void build();
    void fill(const api::Provider &provider);
    void takeKind();
    void clearErrors();
    void refuse(Line which, const Error &error);
    void submit();
    void edit();
    QLineEdit *line(Line which) const { return m_lines.at(which); }
    QString text(Line which) const;
    std::optional<Secret> secret() const;
    bool isFilled(std::initializer_list<Line> needed);
    void settle();
    void retranslate();
    void retranslateLines();
    void tellReturn();

    std::optional<api::Provider> m_provider; ///< that is there
    bool m_isBusy = false;
    bool m_isUsable = true;
    std::optional<std::pair<Line, Error>> m_wrong;
    QString m_typedIssuer; ///< while that of Google stands there
    MessageBar *m_failure;
    ChoiceBox *m_kind;
    FormField *m_kindField;
    PasswordEdit *m_secret;
    std::map<Line, QLineEdit *> m_lines;
    std::map<Line, FormField *> m_fields;
    QCheckBox *m_dropsSecret;
    QCheckBox *m_makesAccounts;
    SubtleText *m_return;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

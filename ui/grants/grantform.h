#pragma once

#include "api/grants.h"
#include "base/error.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class ChoiceBox;
class FormField;
class MessageBar;

/// What is given, and to whom: a new subscription, or one that was given.
class GrantForm final : public QWidget
{
    Q_OBJECT

public:
    explicit GrantForm(QWidget *parent = nullptr);

    /// Empty, for a new one.
    void begin();
    void begin(const api::Grant &grant);
    bool isTyped() const;
    void setBusy(bool isBusy);
    void setUsable(bool isUsable);
    void showError(const Error &error);
    void focusFirst();

Q_SIGNALS:
    void giveRequested(const latchkey::api::CreateGrant &wanted);
    void changeRequested(const latchkey::api::UpdateGrant &wanted);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void fill(api::Package package, api::PackageTier tier);
    void submit();
    void change();
    void refuse(const Error &error);
    void settle();
    void retranslate();

    std::optional<api::Grant> m_grant;
    std::optional<Error> m_wrong; ///< with whom it is for
    bool m_isBusy = false;
    bool m_isUsable = true;
    MessageBar *m_failure;
    QLineEdit *m_receiver;
    FormField *m_receiverField;
    ChoiceBox *m_package;
    FormField *m_packageField;
    ChoiceBox *m_tier;
    FormField *m_tierField;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

#pragma once

#include "api/signingin.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class FormField;

/// What a second factor of this kind is, before it is added: an authenticator is given a name;
/// where codes are sent, and how well that guards, is said.
class BeginStep final : public QWidget
{
    Q_OBJECT

public:
    explicit BeginStep(api::Factor kind, QWidget *parent = nullptr);

    void setName(const QString &name);
    /// Where codes would be sent; nothing where that has to be verified first.
    void setTarget(const std::optional<QString> &target);
    void setBusy(bool isBusy);
    void setNameError(const QString &words);
    void focusFirst();

Q_SIGNALS:
    void submitted(const QString &name);
    /// To where the address or the phone is verified.
    void targetRequested();
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void submit();
    QString words() const;
    QString whatIsMissing() const;
    void retranslate();

    const api::Factor m_kind;
    std::optional<QString> m_target;
    QLabel *m_what;
    QLineEdit *m_name;
    FormField *m_nameField;
    QPushButton *m_next;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

#pragma once

#include "api/factors.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace latchkey::ui {

class CodeField;
class FormField;
class QrView;
class SecretText;

/// An authenticator takes the secret from here, and its first code comes back.
class ScanStep final : public QWidget
{
    Q_OBJECT

public:
    explicit ScanStep(QWidget *parent = nullptr);

    void setOffer(const std::optional<api::NewTotp> &offer);
    void setBusy(bool isBusy);
    void setError(const QString &words);
    void focusFirst();

Q_SIGNALS:
    void submitted(const latchkey::Secret &code);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QrView *m_qr;
    QLabel *m_scan;
    QLabel *m_byHand;
    SecretText *m_secret;
    CodeField *m_code;
    FormField *m_codeField;
};

} // namespace latchkey::ui

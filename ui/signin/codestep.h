#pragma once

#include "api/signingin.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace latchkey::ui {

class CodeEntry;

/// Third step of signing in, where the account asks for one thing more.
class CodeStep final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeStep(QWidget *parent = nullptr);

    void setChallenge(const api::Challenge &challenge);
    void setBusy(bool isBusy);
    void setHeld(bool isHeld);
    void setFieldError(const QString &words);
    void focusFirst();
    void clear();

Q_SIGNALS:
    void submitted(latchkey::api::Factor factor, const latchkey::Secret &code, bool trustDevice);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    api::Factor factor() const;
    void showFactor();
    void submit();
    void retranslate();
    void settle();

    api::Challenge m_challenge;
    bool m_isBusy = false;
    bool m_isHeld = false;
    QLabel *m_what;
    QComboBox *m_factor; ///< those that six digits answer
    QLabel *m_factorLabel;
    CodeEntry *m_code;
    QCheckBox *m_trust;
    QPushButton *m_back;
    QPushButton *m_continue;
};

} // namespace latchkey::ui

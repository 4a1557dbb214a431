#pragma once

#include "api/apisessions.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class Card;

/// The secret of an API session, shown this once: to be put where the program finds it.
class SecretCard final : public QWidget
{
    Q_OBJECT

public:
    explicit SecretCard(QWidget *parent = nullptr);

    void show(const api::ApiSessionSecret &made);
    using QWidget::show;
    bool isShowing() const { return !m_secret.isEmpty(); }

Q_SIGNALS:
    /// The person has it, and it is no longer here.
    void done();

protected:
    void changeEvent(QEvent *event) override;

private:
    void forget();
    void retranslate();

    api::ApiSession m_session;
    Secret m_secret;
    Card *m_card;
    QLabel *m_why;
    QLineEdit *m_text;
    QCheckBox *m_have;
    QPushButton *m_done;
};

} // namespace latchkey::ui

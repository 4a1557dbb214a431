#pragma once

#include "api/factors.h"
#include "kit/askingrow.h"

class QLineEdit;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class FormField;

/// One second factor: what it is called, and in place the ways to call it something else and to be
/// rid of it.
class FactorRow final : public AskingRow
{
    Q_OBJECT

public:
    explicit FactorRow(const Clock &clock, QWidget *parent = nullptr);

    /// `origin` says where its codes come from.
    void setFactor(const api::EnrolledFactor &factor, const QString &origin, bool isLast);
    void setPending(bool isPending);
    void setUsable(bool isUsable);
    /// What was typed stays.
    void showRenameError(const QString &words);

Q_SIGNALS:
    void renamed(const latchkey::api::FactorId &id, const QString &name);
    void removed(const latchkey::api::FactorId &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;

private:
    QWidget *nameForm();
    void listen();
    void submitName();
    void settle();

    const Clock &m_clock;
    api::EnrolledFactor m_factor;
    QString m_origin;
    bool m_isLast = false;
    bool m_isPending = false;
    bool m_isUsable = true;
    SubtleText *m_detail;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QLineEdit *m_name;
    FormField *m_nameField;
    QPushButton *m_save;
    QPushButton *m_keepName;
    QWidget *m_naming;
    Question *m_question;
};

} // namespace latchkey::ui

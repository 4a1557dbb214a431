#pragma once

#include "api/apisessions.h"
#include "kit/askingrow.h"

class QLabel;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class ApiSessionForm;

/// One API session that lives: what it is for, how it is used, and in place the ways to change it.
class ApiSessionRow final : public AskingRow
{
    Q_OBJECT

public:
    explicit ApiSessionRow(const Clock &clock, QWidget *parent = nullptr);

    void setSession(const api::ApiSession &session);
    void setPending(bool isPending);
    void setUsable(bool isUsable);
    /// It is, unless told otherwise.
    void setRotationOffered(bool isOffered);
    /// One secret is shown at a time.
    void setRotatable(bool isRotatable);

Q_SIGNALS:
    void updateRequested(const latchkey::api::UpdateApiSession &wanted);
    void rotateRequested(const latchkey::api::SessionId &id);
    void endRequested(const latchkey::api::SessionId &id);

protected:
    void retranslate() override;

private:
    void buildWarning();
    void settle();

    const Clock &m_clock;
    api::ApiSession m_session;
    bool m_isPending = false;
    bool m_isUsable = true;
    bool m_isRotatable = true;
    SubtleText *m_use;
    SubtleText *m_times;
    QWidget *m_warned;
    QLabel *m_warning;
    QPushButton *m_change;
    QPushButton *m_rotate;
    QPushButton *m_end;
    ApiSessionForm *m_form;
    Question *m_question;
};

} // namespace latchkey::ui

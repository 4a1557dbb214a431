#pragma once

#include "api/apisessions.h"
#include "kit/entryform.h"

class QLineEdit;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class EndChoice;
class FormField;

/// The labels and the end of an API session: of a new one, or of one that is there.
class ApiSessionForm final : public EntryForm
{
    Q_OBJECT

public:
    explicit ApiSessionForm(const Clock &clock, QWidget *parent = nullptr);

    void begin() override;
    void begin(const api::ApiSession &session);
    bool isTyped() const override;
    void showError(const Error &error) override;
    void focusFirst() override;

Q_SIGNALS:
    void createRequested(const latchkey::api::CreateApiSession &wanted);
    void updateRequested(const latchkey::api::UpdateApiSession &wanted);

protected:
    void send() override;
    void setReadOnly(bool isReadOnly) override;
    bool isNew() const override { return !m_session; }
    void retranslate() override;

private:
    void clearErrors();

    std::optional<api::ApiSession> m_session; ///< that is there
    QLineEdit *m_labels;
    FormField *m_labelsField;
    EndChoice *m_end;
};

} // namespace latchkey::ui

#pragma once

#include "api/apisessions.h"
#include "base/error.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class BusyIndicator;
class EndChoice;
class FormField;
class MessageBar;

/// The labels and the end of an API session: of a new one, or of one that is there.
class ApiSessionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ApiSessionForm(const Clock &clock, QWidget *parent = nullptr);

    /// Empty, for a new one.
    void begin();
    void begin(const api::ApiSession &session);
    bool isTyped() const;

    void setBusy(bool isBusy);
    void setUsable(bool isUsable);
    void showError(const Error &error);
    void focusFirst();

Q_SIGNALS:
    void createRequested(const latchkey::api::CreateApiSession &wanted);
    void updateRequested(const latchkey::api::UpdateApiSession &wanted);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void clearErrors();
    void submit();
    void settle();
    void retranslate();

    std::optional<api::ApiSession> m_session; ///< that is there
    bool m_isBusy = false;
    bool m_isUsable = true;
    MessageBar *m_failure;
    QLineEdit *m_labels;
    FormField *m_labelsField;
    EndChoice *m_end;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

#pragma once

#include "base/call.h"
#include "base/nothing.h"
#include "kit/formstep.h"
#include "kit/helderror.h"

#include <QFrame>

#include <functional>

class QLabel;

namespace latchkey::ui {

/// Asks for a secret above the page, because something waits for it: the account's password, a code
/// of its second factor, the passphrase of the file that the session is kept in.
class AskingPanel final : public QFrame
{
    Q_OBJECT

public:
    struct Words
    {
        QString name;
        QString why;
        FormStep::Words step;
    };

    struct Ask
    {
        /// In the person's language of the moment; asked again after a change of it.
        std::function<Words()> words;
        /// Where it is refused the panel asks on.
        std::function<Call<Nothing>(const Secret &)> submit;
        std::function<void()> decline;
    };

    /// Takes the step over; the clock outlives the panel.
    AskingPanel(Ask ask, FormStep *step, const Clock &clock, QWidget *parent = nullptr);
    ~AskingPanel() override;

    void focusFirst();
    /// Whether what `decline` leads to is offered; it is unless told otherwise.
    void setDeclinable(bool isDeclinable);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void submit();
    void showError();
    void retranslate();

    const Ask m_ask;
    bool m_isDeclinable = true;
    HeldError m_error;
    QLabel *m_why;
    FormStep *m_step;
};

} // namespace latchkey::ui

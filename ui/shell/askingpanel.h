#pragma once

#include "base/call.h"
#include "base/nothing.h"
#include "kit/formstep.h"

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

    /// Takes the step over.
    AskingPanel(Ask ask, FormStep *step, QWidget *parent = nullptr);
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
    void tell(bool isBusy, const std::optional<Error> &error);
    void retranslate();

    const Ask m_ask;
    bool m_isDeclinable = true;
    std::optional<Error> m_error;
    QLabel *m_why;
    FormStep *m_step;
};

} // namespace latchkey::ui

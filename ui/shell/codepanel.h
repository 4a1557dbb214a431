#pragma once

#include "base/callscope.h"
#include "base/secret.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class CodeEntry;

/// Asks above the page for a code of the authenticator, because something waits for it; or for a
/// recovery code in its place.
class CodePanel final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Authenticator, Recovery };

    struct Ask
    {
        /// A wrong one fails, and the panel asks on.
        std::function<Call<Nothing>(Kind, const Secret &)> submit;
        std::function<void()> decline;
    };

    explicit CodePanel(Ask ask, QWidget *parent = nullptr);

    void focusCode();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void submit();
    void setBusy(bool isBusy);
    void retranslate();

    const Ask m_ask;
    CallScope m_calls;
    bool m_isBusy = false;
    std::optional<Error> m_error;
    QLabel *m_why;
    CodeEntry *m_code;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace latchkey::ui

#pragma once

#include "api/grants.h"
#include "base/error.h"
#include "grants/grantside.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class ElidedLabel;
class GrantForm;
class IconMark;
class MessageBar;
class SubtleText;

/// A subscription that was given or received, and in place the ways to change it and to end it.
class GrantRow final : public QWidget
{
    Q_OBJECT

public:
    /// What can be done with it now.
    struct Circumstances
    {
        bool canChange = false;
        bool canEnd = false;
        bool isUsable = true;
        bool isPending = false;
    };

    explicit GrantRow(GrantSide side, QWidget *parent = nullptr);

    void tell(const api::Grant &grant, const Circumstances &circumstances, Timestamp now);
    void showChanged();
    /// Next to what was chosen, or in the row.
    void showError(const Error &error);
    bool isTyping() const { return m_mode == Mode::Changing; }

Q_SIGNALS:
    void changeRequested(const latchkey::api::UpdateGrant &wanted);
    void endRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Mode { Shown, Changing, Ending };

    void build();
    QWidget *buildWords();
    void listen();
    void go(Mode mode);
    void leave();
    void retranslate();

    const GrantSide m_side;
    api::Grant m_grant;
    Timestamp m_now{};
    Mode m_mode = Mode::Shown;
    QWidget *m_shown;
    QWidget *m_ending;
    GrantForm *m_form;
    MessageBar *m_failure;
    IconMark *m_mark;
    ElidedLabel *m_title;
    SubtleText *m_detail;
    QPushButton *m_change;
    QPushButton *m_end;
    QLabel *m_question;
    QPushButton *m_confirm;
    QPushButton *m_keep;
};

} // namespace latchkey::ui

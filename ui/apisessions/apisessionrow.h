#pragma once

#include "api/apisessions.h"
#include "base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class ApiSessionForm;
class ElidedLabel;
class IconMark;
class SubtleText;

/// One API session that lives: what it is for, how it is used, and in place the ways to change it.
class ApiSessionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ApiSessionRow(const Clock &clock, QWidget *parent = nullptr);

    void setSession(const api::ApiSession &session);
    /// Of several on a page one alone can have the letters for the keyboard.
    void setLettered(bool isLettered);
    void setPending(bool isPending);
    void setUsable(bool isUsable);
    /// It is, unless told otherwise.
    void setRotationOffered(bool isOffered);
    /// One secret is shown at a time.
    void setRotatable(bool isRotatable);
    /// What was typed stays.
    void showUpdateError(const Error &error);
    void showUpdated();

Q_SIGNALS:
    void updateRequested(const latchkey::api::UpdateApiSession &wanted);
    void rotateRequested(const latchkey::api::SessionId &id);
    void endRequested(const latchkey::api::SessionId &id);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Mode { Shown, Changing, Rotating };

    QWidget *buildWords();
    void build();
    void listen();
    void go(Mode mode);
    void leave();
    void settle();
    void tellActs();
    void retranslate();

    const Clock &m_clock;
    api::ApiSession m_session;
    bool m_isLettered = false;
    bool m_isPending = false;
    bool m_isUsable = true;
    bool m_isRotatable = true;
    Mode m_mode = Mode::Shown;
    QWidget *m_shown;
    QWidget *m_rotating;
    ApiSessionForm *m_form;
    IconMark *m_mark;
    ElidedLabel *m_title;
    SubtleText *m_use;
    SubtleText *m_times;
    QWidget *m_warned;
    QLabel *m_warning;
    QPushButton *m_change;
    QPushButton *m_rotate;
    QPushButton *m_end;
    QLabel *m_question;
    QPushButton *m_confirm;
    QPushButton *m_keep;
};

} // namespace latchkey::ui

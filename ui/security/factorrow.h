#pragma once

#include "api/factors.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class ElidedLabel;
class FormField;
class IconMark;
class SubtleText;

/// One second factor: what it is called, and in place the ways to call it something else and to be
/// rid of it.
class FactorRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FactorRow(const Clock &clock, QWidget *parent = nullptr);

    /// `origin` says where its codes come from.
    void setFactor(const api::EnrolledFactor &factor, const QString &origin, bool isLast);
    /// Of several on a page one alone can have the letters for the keyboard.
    void setLettered(bool isLettered);
    void setPending(bool isPending);
    void setUsable(bool isUsable);
    /// What was typed stays.
    void showRenameError(const QString &words);
    void showRenamed();

Q_SIGNALS:
    void renamed(const latchkey::api::FactorId &id, const QString &name);
    void removed(const latchkey::api::FactorId &id);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Mode { Shown, Renaming, Removing };

    void build();
    void listen();
    void go(Mode mode);
    void leave();
    void submitName();
    void settle();
    void retranslate();

    const Clock &m_clock;
    api::EnrolledFactor m_factor;
    QString m_origin;
    bool m_isLast = false;
    bool m_isLettered = false;
    bool m_isPending = false;
    bool m_isUsable = true;
    Mode m_mode = Mode::Shown;
    QWidget *m_shown;
    QWidget *m_renaming;
    QWidget *m_removing;
    IconMark *m_mark;
    ElidedLabel *m_title;
    SubtleText *m_detail;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QLineEdit *m_name;
    FormField *m_nameField;
    QPushButton *m_save;
    QPushButton *m_keepName;
    QLabel *m_question;
    QPushButton *m_confirm;
    QPushButton *m_keep;
};

} // namespace latchkey::ui

#pragma once

#include "api/providersettings.h"
#include "base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class ElidedLabel;
class IconMark;
class MessageBar;
class ProviderForm;
class SubtleText;

/// An identity provider that is set up: how it is asked, and in place the ways to change that, to
/// switch it off and to be rid of it.
class ProviderRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ProviderRow(QWidget *parent = nullptr);

    void tell(const api::Provider &provider, bool isUsable, bool isPending);
    void showChanged();
    /// Next to what was typed, or in the row.
    void showError(const Error &error);
    bool isTyping() const;

Q_SIGNALS:
    void editRequested(const latchkey::api::EditProvider &wanted);
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Mode { Shown, Changing, Removing };

    void build();
    QWidget *buildWords();
    void listen();
    void go(Mode mode);
    void leave();
    QString detailWords() const;
    void retranslate();

    api::Provider m_provider;
    Mode m_mode = Mode::Shown;
    QWidget *m_shown;
    QWidget *m_removing;
    ProviderForm *m_form;
    MessageBar *m_failure;
    IconMark *m_mark;
    ElidedLabel *m_title;
    SubtleText *m_issuer;
    SubtleText *m_detail;
    QPushButton *m_change;
    QPushButton *m_switch;
    QPushButton *m_remove;
    QLabel *m_question;
    QPushButton *m_confirm;
    QPushButton *m_keep;
};

} // namespace latchkey::ui

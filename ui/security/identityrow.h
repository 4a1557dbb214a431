#pragma once

#include "api/providers.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class ElidedLabel;
class SubtleText;

/// An account elsewhere that signs in, and in place the way to be rid of it.
class IdentityRow final : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityRow(QWidget *parent = nullptr);

    void tell(const api::Identity &identity, Timestamp now, bool isUsable);

Q_SIGNALS:
    void removed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void ask(bool isAsking);
    void leave();

    QWidget *m_shown;
    QWidget *m_removing;
    ElidedLabel *m_title;
    SubtleText *m_detail;
    QPushButton *m_remove;
    QLabel *m_question;
    QPushButton *m_confirm;
    QPushButton *m_keep;
};

} // namespace latchkey::ui

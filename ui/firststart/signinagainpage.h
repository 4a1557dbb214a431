#pragma once

#include "firststart/firststartparts.h"

#include <QWidget>

class QPushButton;

namespace latchkey::ui {

class EntryPanel;
class FormScroll;

/// Signs a known profile in again, over its pages, which wait as they were left.
class SignInAgainPage final : public QWidget
{
    Q_OBJECT

public:
    SignInAgainPage(const account::ProfileId &profile, const FirstStartParts &parts,
                    QWidget *parent = nullptr);

Q_SIGNALS:
    /// Signed in, or left.
    void finished();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    FormScroll *m_scroll;
    EntryPanel *m_entry;
    QPushButton *m_leave;
};

} // namespace latchkey::ui

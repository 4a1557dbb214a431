#pragma once

#include "firststart/firststartparts.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

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

    QLabel *m_title;
    QLabel *m_lead;
    QPushButton *m_leave;
};

} // namespace latchkey::ui

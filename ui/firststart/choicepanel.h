#pragma once

#include <QWidget>

namespace latchkey::ui {

class ChoiceButton;

/// Where the account is: on a server somewhere, or on this computer.
class ChoicePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChoicePanel(QWidget *parent = nullptr);

Q_SIGNALS:
    void connectRequested();
    void ownServerRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ChoiceButton *m_connect;
    ChoiceButton *m_own;
};

} // namespace latchkey::ui

#pragma once

#include <QWidget>

class QCommandLinkButton;

namespace latchkey::ui {

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

    QCommandLinkButton *m_connect;
    QCommandLinkButton *m_own;
};

} // namespace latchkey::ui

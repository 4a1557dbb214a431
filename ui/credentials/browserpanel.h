#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::account {
class BrowserVisit;
}

namespace latchkey::ui {

class BusyIndicator;
class MessageBar;

/// While somebody is at an identity provider: what happens, and what to do where no browser came.
class BrowserPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The visit outlives the panel.
    explicit BrowserPanel(account::BrowserVisit &visit, QWidget *parent = nullptr);

    /// Where it stands among others that take letters of the keyboard it takes none.
    void setLettered(bool isLettered);
    /// The browser is back, and the server is asked: nobody leaves now.
    void setBusy(bool isBusy);
    void focusFirst();

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void copyAddress();
    void follow();
    QString whatWords() const;

    account::BrowserVisit &m_visit;
    bool m_isBusy = false;
    bool m_isLettered = true;
    QTimer m_copied;
    QLabel *m_what;
    MessageBar *m_missing;
    QPushButton *m_again;
    QPushButton *m_copy;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

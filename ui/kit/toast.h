#pragma once

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>

class QLabel;
class QPushButton;

namespace latchkey::ui {

/// Short news at the bottom centre of a window, one after the other; with a way back where there is
/// one. Waits while the pointer or the keyboard is on it.
class Toast final : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(QWidget *window);

    void say(const QString &text);
    /// Offers `action` for as long as `patience`, counting down.
    void offer(const QString &text, const QString &action, std::function<void()> act,
               std::chrono::seconds patience = std::chrono::seconds(10));
    QString text() const;
    /// For the keyboard: goes to the news that is shown. Esc sends it away.
    bool takeFocus();
    qsizetype waiting() const { return m_queue.size(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct News
    {
        QString text;
        QString action;
        std::function<void()> act;
        std::chrono::seconds patience;
    };

    void enqueue(News news);
    void showNext();
    void tick();
    void showAction();
    void place();
    void giveFocusBack();
    void recolour();

    QLabel *m_text;
    QPushButton *m_action;
    QPointer<QWidget> m_focusBefore;
    QTimer m_second;
    QList<News> m_queue; ///< the first one is shown
    std::chrono::seconds m_left{};
};

} // namespace latchkey::ui

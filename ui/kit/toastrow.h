#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>

class QKeySequence;
class QLabel;
class QPushButton;

namespace latchkey::ui {

/// One piece of news at the bottom of a window. Plain news wait while the pointer or the keyboard
/// is on them; an offer has a time of its own, which it counts down.
class ToastRow final : public QWidget
{
    Q_OBJECT

public:
    struct News
    {
        QString text;
        QString action; ///< empty: there is nothing to do about it
        std::function<void()> act;
        std::chrono::seconds patience;
    };

    explicit ToastRow(News news, QWidget *parent = nullptr);

    const QString &text() const { return m_news.text; }
    bool isOffer() const { return bool(m_news.act); }
    const std::function<void()> &act() const { return m_news.act; }
    /// How large it is where it may be at most this wide.
    QSize sizeWithin(int width);
    void setKeys(const QKeySequence &keys);
    void takeFocus();

Q_SIGNALS:
    void acted();
    /// Its time is over, or the person sent it away.
    void over();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tick();
    void showAction();

    News m_news;
    QLabel *m_text;
    QPushButton *m_action;
    QTimer m_second;
    std::chrono::seconds m_left;
};

} // namespace latchkey::ui

#pragma once

#include <QKeySequence>
#include <QList>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <chrono>
#include <functional>

namespace latchkey::ui {

class ToastRow;

/// Short news at the bottom centre of a window, one after the other. What can be taken back stands
/// there at once and above each other, for its time runs on the server.
class Toast final : public QWidget
{
    Q_OBJECT

public:
    /// More than these leave nothing of the page; the oldest goes.
    static constexpr qsizetype offersAtMost = 4;

    explicit Toast(QWidget *window);

    void say(const QString &text);
    /// Offers `action` for as long as `patience`, counting down.
    void offer(const QString &text, const QString &action, std::function<void()> act,
               std::chrono::seconds patience = std::chrono::seconds(10));
    /// Of plain news nothing stands there any more; what is offered stays.
    void dropNews();
    /// Nothing of what was told stands there any more, and no offer is taken.
    void clear();
    /// What was told last and still stands there.
    QString text() const;
    /// Plain news that are not over yet.
    qsizetype waiting() const;
    qsizetype offers() const;

    /// The keys that act on the newest offer, for its tool tip.
    void setActionKeys(const QKeySequence &keys) { m_keys = keys; }
    /// Does what the newest offer offers.
    void act();
    /// For the keyboard: goes to what was told last. Esc sends it away.
    bool takeFocus();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Something came or went: `text`, `offers`.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    ToastRow *newestOffer() const;
    ToastRow *plainRow() const;
    void add(ToastRow *row);
    void remove(ToastRow *row);
    void showNext();
    void place();
    void giveFocusBack();
    void recolour();

    QKeySequence m_keys;
    QPointer<QWidget> m_focusBefore;
    QList<ToastRow *> m_rows; ///< as they stand, the newest below; one of them plain at most
    QStringList m_queue;      ///< plain news that wait for the one that is shown
};

} // namespace latchkey::ui

#pragma once

#include "kit/messagebar.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace latchkey::ui {

/// States that last, told above the page: each has a name, and telling it again replaces it.
class BarStack final : public QWidget
{
    Q_OBJECT

public:
    struct Act
    {
        std::function<QString()> title;
        std::function<void()> run;
    };

    /// Words are asked for again after a change of language.
    struct Bar
    {
        QString id;
        MessageBar::Kind kind = MessageBar::Kind::Notice;
        std::function<QString()> text;
        QList<Act> acts;
        bool isDismissible = false;
    };

    explicit BarStack(QWidget *parent = nullptr);

    void tell(const Bar &bar);
    /// A bar with a body of its own, e.g. a place for a password. The stack takes it over.
    void tell(const QString &id, QWidget *body);
    enum class Telling { Aloud, Quiet };
    /// Its words have changed; focus and place stay. Quiet: no screen reader says them by itself.
    void retell(const QString &id, Telling telling = Telling::Aloud);
    void withdraw(const QString &id);
    void clear();

    bool holds(const QString &id) const { return m_bars.contains(id); }
    MessageBar *bar(const QString &id) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void put(const QString &id, QWidget *widget);

    QVBoxLayout *m_layout;
    QWidget *m_start; ///< where Tab comes to the bars
    QHash<QString, QWidget *> m_bars;
    QHash<QString, Bar> m_told;                      ///< those of words alone
    QHash<QString, QPointer<QWidget>> m_focusBefore; ///< goes back there when its bar goes
};

} // namespace latchkey::ui

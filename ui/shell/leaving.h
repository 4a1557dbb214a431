#pragma once

#include <QObject>

class QWidget;

namespace latchkey::ui {

class BarStack;
class Desks;
class MainWindow;

/// Holds the window open where its end would lose what was typed, goes there and says so.
class Leaving final : public QObject
{
    Q_OBJECT

public:
    /// Is the window's, as the desks are.
    Leaving(MainWindow &window, Desks &desks);

    /// `isTyped` says that First start, where it is under way, would lose something.
    bool isHeldUp(bool isTyped);
    /// Takes back what was said where nothing would be lost any more.
    void settle(bool isTyped);
    /// From now on nothing holds it open.
    void insist() { m_isCertain = true; }

private:
    void tell(BarStack &bars);

    MainWindow &m_window;
    Desks &m_desks;
    bool m_isCertain = false; ///< told to close whatever is not saved
};

} // namespace latchkey::ui

#pragma once

#include <QKeySequence>
#include <QString>

#include <functional>

class QWidget;

namespace latchkey::ui {

/// Whom a page is about; those of one kind stand together.
enum class PageGroup {
    Own,    ///< who one is and what one has
    People, ///< what one has with others
    Server  ///< what is done for everybody there
};

/// A page as the window knows it: what it is called, and how it is made at its first visit.
struct PageEntry
{
    QString id; ///< stable, e.g. `sessions`
    PageGroup group = PageGroup::Own;
    std::function<QString()> title; ///< asked again after a change of language
    QString icon;                   ///< name in kit's icon set
    QKeySequence shortcut;          ///< besides Ctrl+1 to Ctrl+9; usually none
    std::function<QWidget *(QWidget *parent)> make;
    std::function<bool()> isAvailable;               ///< empty: always
    std::function<void(QWidget *)> refresh;          ///< F5; empty: nothing to refresh
    std::function<bool(const QWidget *)> hasUnsaved; ///< empty: nothing can be lost there
    std::function<void(QWidget *)> carryOut; ///< what waits to be done, now: the window closes

    bool isThere() const { return !isAvailable || isAvailable(); }
};

} // namespace latchkey::ui

#include "shell/windowactions.h"

#include <QCoreApplication>
#include <QWidget>

namespace latchkey::ui {

namespace {

constexpr int numberedPages = 9;

QAction *made(QWidget *window, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(window);
    action->setShortcuts(keys);
    window->addAction(action);
    return action;
}

QString words(const char *english)
{
    return QCoreApplication::translate("WindowActions", english);
}

} // namespace

WindowActions::WindowActions(QWidget *window)
    : palette(made(window, {QKeySequence(Qt::CTRL | Qt::Key_K)}))
    , refresh(made(window, {QKeySequence(Qt::Key_F5)}))
    , settings(made(window, {QKeySequence(Qt::CTRL | Qt::Key_Comma)}))
    , addAccount(made(window, {}))
    , signOut(made(window, {}))
    , endActing(made(window, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)}))
    , lock(made(window, {QKeySequence(Qt::CTRL | Qt::Key_L)}))
    , undo(made(window, {QKeySequence(QKeySequence::Undo)})) // its first keys: nobody knows F14
    , news(made(window, {QKeySequence(Qt::Key_F8)}))
    , sidebar(made(window, {QKeySequence(Qt::Key_F6)}))
    , shortcuts(made(window, {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}))
    , quit(made(window, {QKeySequence(Qt::CTRL | Qt::Key_Q)}))
{
    for (int i = 0; i < numberedPages; ++i)
        numbered << made(window, {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i))});
    quit->setMenuRole(QAction::QuitRole);
    retranslate();
}

void WindowActions::retranslate() const
{
    palette->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Find a command")));
    refresh->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Refresh this page")));
    settings->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Settings")));
    addAccount->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Add an account")));
    signOut->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Sign out")));
    endActing->setText(words(QT_TRANSLATE_NOOP("WindowActions", "End acting on behalf")));
    lock->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Lock Latchkey")));
    undo->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Undo what was just done")));
    news->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Go to the news at the bottom")));
    sidebar->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Go between sidebar and page")));
    shortcuts->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Keyboard shortcuts")));
    quit->setText(words(QT_TRANSLATE_NOOP("WindowActions", "Quit")));
}

QList<QAction *> WindowActions::all() const
{
    return {palette, refresh, settings, addAccount, signOut,   endActing,
            lock,    undo,    news,     sidebar,    shortcuts, quit};
}

} // namespace latchkey::ui

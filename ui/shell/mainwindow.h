#pragma once

#include "shell/paletteitem.h"
#include "shell/windowparts.h"

#include <QMainWindow>

class QAction;
class QSplitter;

namespace latchkey::ui {

class ActingTurns;
class BarStack;
class Commands;
class Curtain;
class Floor;
class Leaving;
class ProfileDesk;
class Sidebar;
class Surface;
class Toast;
struct WindowActions;

/// The window: a sidebar, bars, and one page. Profiles stand side by side; going from one to
/// another leaves everything on its pages as it is.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(WindowParts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The profile that was open last and its last page, or first start where there is none.
    void openWhereItWas();

    /// Empty while first start or no profile has the floor.
    const account::ProfileId &currentProfile() const { return m_profile; }
    QString currentPageId() const;
    void openProfile(const account::ProfileId &id);
    /// A page of the current profile or of the program.
    bool openPage(const QString &id);
    void openFirstStart();
    /// The current profile; says so where something about it did not work.
    void signOut();

    /// On some page there is more, or less, that would be lost.
    void settleUnsaved();
    /// Closes, whatever is not saved: for who waits for no answer.
    void closeAnyway();

    /// Puts that in the place of everything, and takes it away again: nothing of the pages can be
    /// seen or reached meanwhile, and all is as it was afterwards. The window takes it over.
    void cover(QWidget *screen);
    void uncover();
    bool isCovered() const;
    /// Throws away what the pages hold, e.g. since it belonged to who is gone.
    void startAnew();

    /// What the palette offers besides.
    void addPaletteSource(PaletteSource source);
    /// States of the whole program; they stand above those of a profile.
    BarStack &bars() const { return *m_bars; }
    /// News at the bottom.
    Toast &toast() const { return *m_toast; }
    ProfileDesk *desk(const account::ProfileId &id) const;
    /// What overlays lie on.
    QWidget *surface() const;

Q_SIGNALS:
    void lockRequested();
    /// It was to be closed while it is covered, and something below would be lost.
    void closingHeldUp();
    /// A code is asked for that the own server "sent".
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    void makeActions();
    void settleNews();
    void listenToAccounts();
    void removeDesk(const account::ProfileId &id);
    void endFirstStart(const std::optional<account::ProfileId> &profile);

    void showProfiles();
    void showPages();
    void focusPage();
    void openNumbered(qsizetype number);
    void switchSides();
    void refresh();
    void remember();
    void retitle();
    void retranslate();

    WindowParts m_parts;
    Surface *m_surface = nullptr;
    Curtain *m_curtain = nullptr;
    Sidebar *m_sidebar = nullptr;
    QSplitter *m_splitter = nullptr;
    BarStack *m_bars = nullptr;
    Floor *m_floor = nullptr;
    Commands *m_commands = nullptr;
    Leaving *m_leaving = nullptr;
    ActingTurns *m_acting = nullptr;
    Toast *m_toast = nullptr;
    std::unique_ptr<WindowActions> m_actions;
    account::ProfileId m_profile;
    QString m_pageBefore; ///< from where an account is being added
};

} // namespace latchkey::ui

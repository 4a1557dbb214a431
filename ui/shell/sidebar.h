#pragma once

#include "shell/pageentry.h"
#include "shell/profilechoice.h"

#include <QWidget>

class QVBoxLayout;

namespace latchkey::ui {

class NavigationButton;
class ProfileSwitcher;
class ScrollArea;

/// Who is at work here, and where one can go. The profile's pages stand on top, those of the whole
/// program at the bottom. Arrow keys walk among the pages; where the window is low they scroll.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    ProfileSwitcher *switcher() const { return m_switcher; }
    void setPages(const QList<PageEntry> &ofProfile, const QList<PageEntry> &ofProgram);
    void setCurrentPage(const QString &id);
    /// In the order in which they stand; Ctrl+1 is the first.
    QStringList pageIds() const;
    const QList<PageEntry> &pages() const { return m_entries; }
    void focusCurrent();

Q_SIGNALS:
    void pageRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void placePages(const QList<PageEntry> &entries, QVBoxLayout *layout,
                    QList<NavigationButton *> &old);
    NavigationButton *made(const PageEntry &entry);
    /// What scrolls has the sidebar's ground, also below its bar.
    void recolour();
    void retranslate();

    ProfileSwitcher *m_switcher;
    ScrollArea *m_scroll;
    QWidget *m_navigation;
    QVBoxLayout *m_upper;
    QVBoxLayout *m_lower;
    QList<PageEntry> m_entries;
    QList<NavigationButton *> m_buttons;
    QString m_current;
};

} // namespace latchkey::ui

#pragma once

#include "shell/profilechoice.h"

#include <QPushButton>

class QAction;
class QActionGroup;
class QMenu;

namespace latchkey::ui {

/// The profile at work, with its disc; its menu goes to the others, adds one or signs out.
class ProfileSwitcher final : public QPushButton
{
    Q_OBJECT

public:
    explicit ProfileSwitcher(QWidget *parent = nullptr);

    /// `currentId` is empty while no profile is at work.
    void setProfiles(const QList<ProfileChoice> &profiles, const QString &currentId);
    void setSignOutPossible(bool isPossible);

    QSize sizeHint() const override;

Q_SIGNALS:
    void profileRequested(const QString &id);
    void addRequested();
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const ProfileChoice *current() const;
    void fillMenu();
    void retranslate();

    QList<ProfileChoice> m_profiles;
    QString m_currentId;
    bool m_isSignOutPossible = false;
    QMenu *m_menu;
    QActionGroup *m_only = nullptr; ///< one of the profiles is at work
};

} // namespace latchkey::ui

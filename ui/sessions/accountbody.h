#pragma once

#include "base/error.h"

#include <QWidget>

#include <optional>

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class BusyState;
class EmptyState;

/// What a page shows of an account; or in its place why there is nothing to show: locked, signed
/// out, offline, on its way, failed. What somebody has typed in what it hides is there again with
/// it.
class AccountBody final : public QWidget
{
    Q_OBJECT

public:
    /// Takes the content over. The account outlives the body.
    AccountBody(const account::Account &account, QWidget *content, QWidget *parent = nullptr);

    /// What is said while it is on its way, and the title of what is said when that failed.
    void setWords(const QString &loading, const QString &failed);
    /// For what is told of other people: it goes also where there only is no token any more.
    void goWithSession();
    /// Whether there is anything to show, why the last load failed, and whether one is under way.
    /// True: the content is shown.
    bool follow(bool isKnown, const std::optional<Error> &error, bool isLoading);

Q_SIGNALS:
    /// By whoever looks at it, or as there is a session again.
    void retried();

private:
    void followState();
    void tellWhy(const std::optional<Error> &error);
    void tell(const QString &icon, const QString &title, const QString &text,
              const QString &action = {});

    const account::Account &m_account;
    bool m_goesWithSession = false;
    QString m_failed;
    QWidget *m_content;
    bool m_isSessionMissed = false; ///< by the last load
    EmptyState *m_empty;
    BusyState *m_loading;
};

} // namespace latchkey::ui

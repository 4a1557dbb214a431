#pragma once

#include "base/call.h"
#include "kit/toast.h"
#include "sessions/accountpage.h"

#include <QPointer>

class QPushButton;

namespace latchkey::ui {

class AskingRow;
class Card;
class EmptyState;
class EntryForm;

/// A page with a list of what an account has, and with a form for more of it: behind a button above
/// the list, or behind that of what says that there is none yet.
class ListPage : public AccountPage
{
    Q_OBJECT

public:
    virtual bool hasUnsavedChanges() const;
    /// To where one is added.
    void add();

Q_SIGNALS:
    void unsavedChanged();

protected:
    struct Words
    {
        QString add = {};    ///< the button
        QString adding = {}; ///< above the form
        QString none = {};
        QString why = {}; ///< there is none, and what they are for
    };

    /// The toast outlives the page.
    ListPage(account::Account &account, const QString &icon, Toast &toast, QWidget *parent);

    Toast &toast() const { return m_toast; }
    /// `parts`: among them those that follow.
    void build(EntryForm *form, std::initializer_list<QWidget *> parts);
    /// With the form, while one is added.
    QWidget *adding() const;
    QPushButton *addButton() const { return m_add; }
    /// In place of a list with nothing in it.
    QWidget *none() const;
    void setWords(const Words &words);
    void followAdding(bool isShown, bool isEmpty, bool canAdd = true);
    bool isAdding() const { return m_isAdding; }
    void closeForm();

    /// The form is closed once it is added, or says why it was not. `words` are said of it, also
    /// where the page is gone by then; and so is why, where the form is.
    template <class Added, class Tell>
    void takeIn(const Call<Added> &call, Tell words)
    {
        beginTaking();
        call.then(&m_toast, [page = QPointer<ListPage>(this), &toast = m_toast,
                             words](const Result<Added> &added) {
            if (added)
                toast.say(words(*added));
            endTaking(page, toast, added ? std::nullopt : std::optional(added.error()));
        });
    }
    /// In the row, or as news where it is gone; nothing where nobody wanted to show who they are.
    static void tellFailure(AskingRow *row, Toast &toast, const Error &error);

private:
    void beginTaking();
    static void endTaking(ListPage *page, Toast &toast, const std::optional<Error> &error);
    void leaveForm();

    Toast &m_toast;
    QString m_addWords;
    bool m_isAdding = false;
    bool m_canAdd = true;
    QPushButton *m_add;
    Card *m_adding;
    EmptyState *m_none;
    EntryForm *m_form = nullptr;
};

} // namespace latchkey::ui

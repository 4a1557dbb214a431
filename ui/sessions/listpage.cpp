#include "sessions/listpage.h"

#include "kit/askingrow.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/entryform.h"
#include "kit/errorwords.h"
#include "kit/pageheader.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

ListPage::ListPage(account::Account &account, const QString &icon, Toast &toast, QWidget *parent)
    : AccountPage(account, parent)
    , m_toast(toast)
    , m_add(new QPushButton)
    , m_adding(new Card)
    , m_none(new EmptyState)
{
    setKind(m_add, ButtonKind::Primary);
    header()->addAction(m_add);
    m_none->setIcon(icon);
    connect(m_add, &QPushButton::clicked, this, &ListPage::add);
    connect(m_none, &EmptyState::acted, this, &ListPage::add);
}

QWidget *ListPage::adding() const
{
    return m_adding;
}

QWidget *ListPage::none() const
{
    return m_none;
}

void ListPage::build(EntryForm *form, std::initializer_list<QWidget *> parts)
{
    m_form = form;
    m_adding->body()->addWidget(form);
    connect(form, &EntryForm::cancelled, this, &ListPage::leaveForm);
    AccountPage::build(parts);
}

bool ListPage::hasUnsavedChanges() const
{
    return m_isAdding && m_form->isTyped();
}

void ListPage::followAdding(bool isShown, bool isEmpty, bool canAdd)
{
    m_canAdd = canAdd;
    m_add->setVisible(isShown && !isEmpty && !m_isAdding && canAdd);
    m_add->setEnabled(isUsable());
    m_adding->setVisible(m_isAdding);
    m_form->setUsable(isUsable());
    m_none->setVisible(isEmpty && !m_isAdding);
    m_none->setAction(canAdd ? m_addWords : QString());
    m_none->actionButton()->setEnabled(isUsable());
}

void ListPage::add()
{
    if (!m_canAdd)
        return;
    if (!m_isAdding) {
        m_isAdding = true;
        m_form->begin();
        follow();
    }
    m_form->focusFirst();
}

void ListPage::closeForm()
{
    m_isAdding = false;
}

void ListPage::leaveForm()
{
    closeForm();
    follow();
    (m_add->isVisibleTo(this) ? m_add : m_none->actionButton())->setFocus(Qt::OtherFocusReason);
}

void ListPage::beginTaking()
{
    m_form->setBusy(true);
}

void ListPage::endTaking(ListPage *page, Toast &toast, const std::optional<Error> &error)
{
    const bool isDeclined = error && error->kind == Error::Kind::Cancelled;
    if (page)
        page->m_form->setBusy(false);
    // Whoever left it meanwhile looks elsewhere.
    const bool isOpen = page && page->isAdding();
    if (isOpen && !error)
        page->leaveForm();
    else if (isOpen && !isDeclined)
        page->m_form->showError(*error);
    else if (error && !isDeclined)
        toast.say(wordsOf(*error));
}

void ListPage::tellFailure(AskingRow *row, Toast &toast, const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    if (row)
        row->showError(error);
    else
        toast.say(wordsOf(error));
}

void ListPage::setWords(const Words &words)
{
    m_addWords = words.add;
    m_add->setText(words.add);
    m_adding->setTitle(words.adding);
    m_none->setTitle(words.none);
    m_none->setText(words.why);
}

} // namespace latchkey::ui

#include "profile/changescard.h"

#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "people/languagewords.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using State = account::ProfileEditor::State;

ChangesCard::ChangesCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_lead(new SubtleText)
    , m_grid(new QGridLayout)
    , m_before(new SubtleText)
    , m_mine(new SubtleText)
    , m_theirs(new SubtleText)
    , m_name(makeRow(Field::Name))
    , m_userName(makeRow(Field::UserName))
    , m_email(makeRow(Field::Email))
    , m_language(makeRow(Field::Language))
    , m_password(new PasswordEdit)
    , m_passwordField(new FormField(m_password))
    , m_save(new QPushButton)
    , m_discard(new QPushButton)
    , m_busy(new BusyIndicator)
{
    m_lead->setWordWrap(true);
    m_grid->setHorizontalSpacing(space::wide);
    m_grid->setVerticalSpacing(space::small);
    m_grid->addWidget(m_before, 0, 1);
    m_grid->addWidget(m_mine, 0, 2);
    m_grid->addWidget(m_theirs, 0, 3);
    for (int column = 1; column <= 3; ++column)
        m_grid->setColumnStretch(column, 1);
    place(m_name, 1);
    place(m_userName, 3);
    place(m_email, 5);
    place(m_language, 7);
    m_passwordField->hide();

    setKind(m_save, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_busy);
    buttons->addStretch();
    m_card->body()->addWidget(m_lead);
    m_card->body()->addLayout(m_grid);
    m_card->body()->addWidget(m_passwordField);
    m_card->body()->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_save, &QPushButton::clicked, this, &ChangesCard::saveRequested);
    connect(m_password, &PasswordEdit::submitted, this, &ChangesCard::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &ChangesCard::discardRequested);
    retranslate();
}

ChangesCard::Row ChangesCard::makeRow(Field field)
{
    const Row row{new SubtleText, new QLabel,      new QLabel,
                  new QLabel,     new QPushButton, new QPushButton};
    for (QLabel *value : {row.before, row.mine, row.theirs}) {
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
    }
    connect(row.keepMine, &QPushButton::clicked, this,
            [this, field] { Q_EMIT chosen(field, Side::Mine); });
    connect(row.takeTheirs, &QPushButton::clicked, this,
            [this, field] { Q_EMIT chosen(field, Side::Theirs); });
    return row;
}

void ChangesCard::place(const Row &row, int line)
{
    m_grid->addWidget(row.label, line, 0);
    m_grid->addWidget(row.before, line, 1);
    m_grid->addWidget(row.mine, line, 2);
    m_grid->addWidget(row.theirs, line, 3);
    m_grid->addWidget(row.keepMine, line + 1, 2, Qt::AlignLeft);
    m_grid->addWidget(row.takeTheirs, line + 1, 3, Qt::AlignLeft);
}

void ChangesCard::show(const Row &row, const QString &before, const QString &mine,
                       const std::optional<QString> &theirs)
{
    const bool isShown = mine != before || theirs;
    row.before->setText(before);
    row.mine->setText(mine);
    row.theirs->setText(theirs.value_or(QString()));
    for (QWidget *part : std::initializer_list<QWidget *>{row.label, row.before, row.mine})
        part->setVisible(isShown);
    for (QWidget *part : std::initializer_list<QWidget *>{row.theirs, row.keepMine, row.takeTheirs})
        part->setVisible(theirs.has_value());
}

QString ChangesCard::orNone(const QString &userName)
{
    return userName.isEmpty() ? tr("None", "no user name") : userName;
}

void ChangesCard::tell(const account::ProfileEditor &editor)
{
    const auto &name = editor.name();
    const auto &userName = editor.userName();
    const auto &email = editor.email();
    const auto &language = editor.language();
    const bool wasChoosing = isChoosing();
    m_isConflict = editor.state() == State::Conflict;
    show(m_name, name.before, name.mine, name.theirs);
    show(m_userName, orNone(userName.before), orNone(userName.mine),
         userName.theirs ? std::optional(orNone(*userName.theirs)) : std::nullopt);
    show(m_email, email.before, email.mine, email.theirs);
    show(m_language, nameOf(language.before), nameOf(language.mine),
         language.theirs ? std::optional(nameOf(*language.theirs)) : std::nullopt);
    m_theirs->setVisible(m_isConflict);
    m_save->setEnabled(editor.state() == State::Editing && editor.isChanged());
    m_discard->setEnabled(editor.state() != State::Saving);
    m_busy->setBusy(editor.state() == State::Saving);
    setVisible(editor.state() != State::Empty && (editor.isChanged() || m_isConflict));
    tellPassword(editor);
    retranslate();
    // Not to the next button by itself, which throws away what was just chosen.
    if (wasChoosing && !isChoosing() && m_save->isEnabled())
        m_save->setFocus(Qt::OtherFocusReason);
}

/// Goes with the changes that it was typed for.
void ChangesCard::tellPassword(const account::ProfileEditor &editor)
{
    m_passwordField->setVisible(editor.asksForPassword());
    m_password->line()->setReadOnly(editor.state() == State::Saving);
    if (!editor.isChanged())
        m_password->clear();
    const auto &error = editor.error();
    const bool isAboutIt = error && error->field == "password"_L1;
    m_passwordField->setError(isAboutIt ? wordsOf(*error) : QString());
}

Secret ChangesCard::password() const
{
    return m_password->secret();
}

void ChangesCard::focusPassword()
{
    m_password->line()->setFocus(Qt::OtherFocusReason);
}

bool ChangesCard::isChoosing() const
{
    return std::ranges::any_of(rows(), [](const Row &row) {
        return row.keepMine->hasFocus() || row.takeTheirs->hasFocus();
    });
}

void ChangesCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChangesCard::retranslate()
{
    m_card->setTitle(m_isConflict ? tr("Changed elsewhere meanwhile") : tr("What will change"));
    m_lead->setText(m_isConflict ? tr("Choose for each line whose stands. Nothing is saved before.")
                                 : tr("Nothing is saved before you say so."));
    m_before->setText(tr("Before"));
    m_mine->setText(m_isConflict ? tr("Mine") : tr("After"));
    m_theirs->setText(tr("Theirs"));
    m_name.label->setText(tr("Name"));
    m_userName.label->setText(tr("User name"));
    m_email.label->setText(tr("E-mail address"));
    m_language.label->setText(tr("Language"));
    m_passwordField->setLabel(tr("Your &password"));
    m_passwordField->setHint(tr("This server wants it with every change."));
    for (const Row &row : rows()) {
        row.keepMine->setText(tr("Keep mine"));
        row.takeTheirs->setText(tr("Take theirs"));
        row.keepMine->setAccessibleDescription(row.label->text());
        row.takeTheirs->setAccessibleDescription(row.label->text());
    }
    m_save->setText(tr("&Save changes"));
    m_discard->setText(tr("&Discard"));
}

} // namespace latchkey::ui

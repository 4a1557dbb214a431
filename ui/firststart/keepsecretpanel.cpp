#include "firststart/keepsecretpanel.h"

#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/passwordedit.h"
#include "kit/taborder.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using State = account::KeepSecretStep::State;

namespace {

QLabel *line(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QFrame *rule(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFrameShape(QFrame::HLine);
    frame->setFrameShadow(QFrame::Sunken);
    return frame;
}

/// There is a keychain, and the person may let us in yet.
bool canTryAgain(const Error &error)
{
    return error.field.isEmpty() && error.code.startsWith("keychain"_L1) &&
           error.code != "keychainAbsent"_L1;
}

} // namespace

KeepSecretPanel::KeepSecretPanel(account::KeepSecretStep &step, QWidget *parent)
    : QWidget(parent)
    , m_step(step)
    , m_failed(new MessageBar(this))
    , m_why(line(this))
    , m_progress(line(this))
    , m_choices(new QWidget(this))
    , m_column(new QVBoxLayout(m_choices))
    , m_keychain(new QWidget(m_choices))
    , m_again(new QPushButton(m_keychain))
    , m_nothing(new QPushButton(m_choices))
    , m_nothingMeans(line(m_choices))
    , m_fileMeans(line(m_choices))
    , m_passphrase(new PasswordEdit)
    , m_passphraseField(new FormField(m_passphrase, m_choices))
    , m_repeat(new PasswordEdit)
    , m_repeatField(new FormField(m_repeat, m_choices))
    , m_file(new QPushButton(m_choices))
    , m_cancel(new QPushButton(this))
{
    for (PasswordEdit *edit : {m_passphrase, m_repeat})
        connect(edit, &PasswordEdit::submitted, this, &KeepSecretPanel::keepInFile);

    auto *keychain = new QVBoxLayout(m_keychain);
    keychain->setContentsMargins(0, 0, 0, 0);
    keychain->addWidget(m_again, 0, Qt::AlignLeft);
    keychain->addWidget(rule(m_keychain));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_fileMeans);
    m_column->addWidget(m_passphraseField);
    m_column->addWidget(m_repeatField);
    m_column->addWidget(m_file, 0, Qt::AlignLeft);
    m_column->addWidget(rule(m_choices));
    m_column->addWidget(m_nothingMeans);
    m_column->addWidget(m_nothing, 0, Qt::AlignLeft);
    m_column->addWidget(rule(m_choices));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_failed);
    layout->addWidget(m_why);
    layout->addWidget(m_progress);
    layout->addWidget(m_choices);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    layout->addStretch(1);

    putFirst(false);

    connect(m_failed, &MessageBar::acted, &m_step, &account::KeepSecretStep::retry);
    connect(m_cancel, &QPushButton::clicked, this, &KeepSecretPanel::cancelRequested);
    connect(m_again, &QPushButton::clicked, &m_step, &account::KeepSecretStep::retry);
    connect(m_nothing, &QPushButton::clicked, &m_step, &account::KeepSecretStep::keepNothing);
    connect(m_file, &QPushButton::clicked, this, &KeepSecretPanel::keepInFile);
    connect(&m_step, &account::KeepSecretStep::changed, this, &KeepSecretPanel::follow);
    follow();
}

void KeepSecretPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        follow();
}

void KeepSecretPanel::showFailure(const std::optional<Error> &error)
{
    m_failure = error;
    follow();
}

void KeepSecretPanel::keepInFile()
{
    if (m_step.state() != State::Choosing)
        return;
    const bool isNew = !m_step.hasFile() && !m_step.isFileOpen();
    m_isUnlike = isNew && !m_passphrase->secret().matches(m_repeat->secret());
    m_isMissing = !m_step.isFileOpen() && m_passphrase->isEmpty();
    if (m_isUnlike || m_isMissing) {
        follow();
        (m_isMissing ? m_passphrase : m_repeat)->line()->setFocus();
        return;
    }
    m_step.keepInFile(m_passphrase->secret());
}

QString KeepSecretPanel::passphraseErrorWords() const
{
    if (m_isMissing)
        return wordsOf(Error::rejected(u"missingField"_s, u"passphrase"_s));
    const auto &error = m_step.error();
    return error && error->field == "passphrase"_L1 ? wordsOf(*error) : QString();
}

void KeepSecretPanel::follow()
{
    const bool isChoosing = m_step.state() == State::Choosing;
    m_hasChosen = isChoosing || (m_hasChosen && m_step.state() == State::Trying);
    m_failed->setVisible(m_failure.has_value());
    if (m_failure)
        m_failed->show(MessageBar::Kind::Danger, wordsOf(*m_failure), tr("Tr&y again"));
    // A wrong passphrase is told at its field; why there is a choice at all stays.
    if (isChoosing && m_step.error() && m_step.error()->field != "passphrase"_L1)
        m_why->setText(wordsOf(*m_step.error()));
    m_why->setVisible(isChoosing);
    m_progress->setVisible(!isChoosing && !m_failure);
    m_progress->setText(
        tr("Keeping your session… If the keychain asks you something, answer it there."));
    m_choices->setVisible(m_hasChosen);
    if (isChoosing && m_step.error() && m_isFileFirst == canTryAgain(*m_step.error()))
        putFirst(!m_isFileFirst);
    showChoices(isChoosing, !m_step.hasFile() && !m_step.isFileOpen());
    m_cancel->setText(tr("&Cancel"));

    QWidget *const before = window()->focusWidget();
    setFocusProxy(whatToFocus());
    // Who waited here had nothing to press but Cancel, which the next Return must not press.
    const bool isAsked = !std::exchange(m_wasChoosing, isChoosing) && isChoosing;
    if (isAsked && (!before || before == this || isAncestorOf(before)))
        setFocus();
}

/// While the keychain is asked, nothing that a Return too many would press.
QWidget *KeepSecretPanel::whatToFocus() const
{
    if (m_failure)
        return m_failed;
    if (m_step.state() != State::Choosing)
        return nullptr;
    if (!m_isFileFirst)
        return m_again;
    return m_step.isFileOpen() ? static_cast<QWidget *>(m_file) : m_passphrase;
}

/// First stands, and waits for Return, what is likely to work.
void KeepSecretPanel::putFirst(bool isFile)
{
    m_isFileFirst = isFile;
    setKind(m_again, isFile ? ButtonKind::Plain : ButtonKind::Primary);
    setKind(m_file, isFile ? ButtonKind::Primary : ButtonKind::Plain);
    m_column->removeWidget(m_keychain);
    m_column->insertWidget(isFile ? m_column->count() : 0, m_keychain);
    QList<QWidget *> order{m_passphrase, m_repeat, m_file, m_nothing};
    order.insert(isFile ? order.size() : 0, m_again);
    tabAfter(m_failed, order << m_cancel);
}

void KeepSecretPanel::showChoices(bool isChoosing, bool isNew)
{
    m_again->setText(tr("&Try the keychain again"));
    m_fileMeans->setText(
        tr("An encrypted file keeps you signed in. You type its passphrase at each start of the "
           "program; nobody can recover it."));
    m_passphraseField->setLabel(isNew ? tr("&New passphrase") : tr("&Passphrase of the file"));
    m_repeatField->setLabel(tr("&Repeat the passphrase"));
    m_passphraseField->setVisible(!m_step.isFileOpen());
    m_repeatField->setVisible(isNew);
    m_passphraseField->setError(isChoosing ? passphraseErrorWords() : QString());
    m_repeatField->setError(isChoosing && m_isUnlike && !m_isMissing
                                ? wordsOf(Error::rejected(u"passphrasesDiffer"_s, u"repeat"_s))
                                : QString());
    m_file->setText(tr("&Keep it in an encrypted file"));
    m_nothingMeans->setText(
        tr("Or keep nothing: you stay signed in until the program ends, and sign in again then."));
    m_nothing->setText(tr("Keep n&othing"));
    for (QWidget *widget :
         QList<QWidget *>{m_again, m_passphraseField, m_repeatField, m_file, m_nothing})
        widget->setEnabled(isChoosing);
}

} // namespace latchkey::ui

#include "grants/grantform.h"

#include "grants/grantwords.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/choicebox.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/mnemonic.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using api::Package;
using api::PackageTier;

namespace {

constexpr int longestId = 200;

bool isAboutReceiver(const Error &error)
{
    return error.field == "receiver"_L1 || error.code == "userUnknown"_L1 ||
           error.code == "grantExists"_L1 || error.code == "grantToSelf"_L1;
}

void offer(ChoiceBox &box, Package package)
{
    box.addChoice(int(package), [package] { return grantwords::package(package); });
}

} // namespace

GrantForm::GrantForm(QWidget *parent)
    : QWidget(parent)
    , m_failure(new MessageBar)
    , m_receiver(new QLineEdit)
    , m_receiverField(new FormField(m_receiver))
    , m_package(new ChoiceBox)
    , m_packageField(new FormField(m_package))
    , m_tier(new ChoiceBox)
    , m_tierField(new FormField(m_tier))
    , m_submit(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
{
    for (const PackageTier tier : {PackageTier::Basic, PackageTier::Premium})
        m_tier->addChoice(int(tier), [tier] { return grantwords::tier(tier); });
    build();
    connect(m_receiver, &QLineEdit::returnPressed, this, &GrantForm::submit);
    connect(m_receiver, &QLineEdit::textChanged, this, [this] { m_wrong.reset(); });
    connect(m_submit, &QPushButton::clicked, this, &GrantForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &GrantForm::cancelled);
    begin();
}

void GrantForm::build()
{
    m_failure->hide();
    m_receiver->setMaxLength(longestId);
    setKind(m_submit, ButtonKind::Primary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(m_failure);
    for (FormField *field : {m_receiverField, m_packageField, m_tierField}) {
        field->setMaximumWidth(formWidth);
        column->addWidget(field);
    }
    auto *acts = new QHBoxLayout;
    for (QWidget *act : std::initializer_list<QWidget *>{m_submit, m_cancel, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    column->addLayout(acts);
}

void GrantForm::begin()
{
    m_grant.reset();
    fill(Package::Benefits, PackageTier::Basic);
}

void GrantForm::begin(const api::Grant &grant)
{
    m_grant = grant;
    fill(grant.package, grant.tier);
}

void GrantForm::fill(Package package, PackageTier tier)
{
    m_package->clearChoices();
    for (const Package one :
         {Package::Benefits, Package::Essentials, Package::Professional, Package::Corporate})
        offer(*m_package, one);
    // Nobody gives that anew, but it may have been.
    if (package == Package::None)
        offer(*m_package, package);
    m_package->choose(int(package));
    m_tier->choose(int(tier));
    m_receiver->clear();
    m_receiverField->clearError();
    m_receiverField->setVisible(!m_grant);
    m_failure->hide();
    settle();
    retranslate();
}

bool GrantForm::isTyped() const
{
    return !m_receiver->text().trimmed().isEmpty();
}

void GrantForm::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void GrantForm::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void GrantForm::settle()
{
    m_busy->setBusy(m_isBusy);
    m_receiver->setReadOnly(m_isBusy);
    m_package->setEnabled(!m_isBusy);
    m_tier->setEnabled(!m_isBusy);
    m_submit->setEnabled(m_isUsable && !m_isBusy);
}

void GrantForm::showError(const Error &error)
{
    if (!m_grant && isAboutReceiver(error))
        refuse(error);
    else
        m_failure->tell(error);
}

void GrantForm::refuse(const Error &error)
{
    m_wrong = error;
    m_receiverField->setError(wordsOf(error));
    m_receiver->setFocus();
}

void GrantForm::focusFirst()
{
    QWidget *const first = m_grant ? static_cast<QWidget *>(m_package) : m_receiver;
    first->setFocus(Qt::OtherFocusReason);
}

void GrantForm::submit()
{
    if (!m_submit->isEnabled())
        return;
    m_failure->hide();
    const QString receiver = m_receiver->text().trimmed();
    if (m_grant)
        change();
    else if (receiver.isEmpty())
        refuse(Error::rejected(u"empty"_s, u"receiver"_s));
    else
        Q_EMIT giveRequested({.receiver = api::UserId(receiver),
                              .package = Package(m_package->chosen()),
                              .tier = PackageTier(m_tier->chosen())});
}

/// What stays is not sent.
void GrantForm::change()
{
    const auto other = [](const ChoiceBox &box, auto before) {
        using Choice = decltype(before);
        const bool isOther = box.currentIndex() >= 0 && Choice(box.chosen()) != before;
        return isOther ? std::optional(Choice(box.chosen())) : std::nullopt;
    };
    const api::UpdateGrant wanted{.id = m_grant->id,
                                  .package = other(*m_package, m_grant->package),
                                  .tier = other(*m_tier, m_grant->tier)};
    if (wanted.package || wanted.tier)
        Q_EMIT changeRequested(wanted);
    else
        Q_EMIT cancelled();
}

void GrantForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isBusy)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void GrantForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void GrantForm::retranslate()
{
    // Of those for subscriptions that are there, several may be open at once.
    const auto lettered = [this](const QString &words) {
        return m_grant ? withoutMnemonic(words) : words;
    };
    m_receiverField->setLabel(tr("&Account ID of whoever gets it"));
    m_receiverField->setHint(tr("They find it on this page of theirs."));
    if (m_wrong)
        m_receiverField->setError(wordsOf(*m_wrong));
    m_packageField->setLabel(lettered(tr("&Package")));
    m_tierField->setLabel(lettered(tr("&Tier")));
    m_submit->setText(m_grant ? tr("Save") : tr("&Give it"));
    m_cancel->setText(lettered(tr("Cance&l")));
}

} // namespace latchkey::ui

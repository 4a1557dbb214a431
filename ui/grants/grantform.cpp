#include "grants/grantform.h"

#include "grants/grantwords.h"
#include "kit/choicebox.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QLineEdit>

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
    : EntryForm(parent)
    , m_receiver(new QLineEdit)
    , m_receiverField(new FormField(m_receiver))
    , m_package(new ChoiceBox)
    , m_packageField(new FormField(m_package))
    , m_tier(new ChoiceBox)
    , m_tierField(new FormField(m_tier))
{
    for (const PackageTier tier : {PackageTier::Basic, PackageTier::Premium})
        m_tier->addChoice(int(tier), [tier] { return grantwords::tier(tier); });
    m_receiver->setMaxLength(longestId);
    for (FormField *field : {m_receiverField, m_packageField, m_tierField})
        field->setMaximumWidth(formWidth);
    build({m_receiverField, m_packageField, m_tierField});
    connect(m_receiver, &QLineEdit::returnPressed, this, &GrantForm::submit);
    connect(m_receiver, &QLineEdit::textChanged, this, [this] { m_wrong.reset(); });
    GrantForm::begin();
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
    hideFailure();
    settle();
    retranslate();
}

bool GrantForm::isTyped() const
{
    return !m_receiver->text().trimmed().isEmpty();
}

void GrantForm::setReadOnly(bool isReadOnly)
{
    m_receiver->setReadOnly(isReadOnly);
    m_package->setEnabled(!isReadOnly);
    m_tier->setEnabled(!isReadOnly);
}

void GrantForm::showError(const Error &error)
{
    if (!m_grant && isAboutReceiver(error))
        refuse(error);
    else
        EntryForm::showError(error);
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

void GrantForm::send()
{
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

void GrantForm::retranslate()
{
    m_receiverField->setLabel(tr("&Account ID of whoever gets it"));
    m_receiverField->setHint(tr("They find it on this page of theirs."));
    if (m_wrong)
        m_receiverField->setError(wordsOf(*m_wrong));
    m_packageField->setLabel(lettered(tr("&Package")));
    m_tierField->setLabel(lettered(tr("&Tier")));
    setWords(tr("&Give it"));
}

} // namespace latchkey::ui

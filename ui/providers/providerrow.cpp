#include "providers/providerrow.h"

#include "kit/elidedlabel.h"
#include "kit/iconmark.h"
#include "kit/question.h"
#include "kit/subtletext.h"
#include "providers/domainsline.h"
#include "providers/providerform.h"

#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ProviderRow::ProviderRow(QWidget *parent)
    : AskingRow(parent)
    , m_issuer(addLine())
    , m_detail(addLine())
    , m_change(addAct())
    , m_switch(addAct())
    , m_remove(addAct())
    , m_form(new ProviderForm)
    , m_question(addQuestion(m_remove, ButtonKind::Danger))
{
    addForm(m_form, m_change, [this] { m_form->begin(m_provider); });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        drop();
        Q_EMIT editRequested({.id = m_provider.id, .isOn = !m_provider.isOn});
    });
    connect(m_form, &ProviderForm::editRequested, this, &ProviderRow::editRequested);
    connect(m_question, &Question::confirmed, this, &ProviderRow::removeRequested);
}

void ProviderRow::tell(const api::Provider &provider, bool isUsable, bool isPending)
{
    m_provider = provider;
    setFree(isUsable, isPending);
    retranslate();
}

QString ProviderRow::detailWords() const
{
    QStringList lines;
    lines << (m_provider.isOn ? tr("On: people can sign in by it.")
                              : tr("Off: nobody signs in by it."));
    if (!m_provider.domains.isEmpty())
        lines << tr("Leads to it: %1", "%1 is a list of domains of e-mail addresses")
                     .arg(domainsline::written(m_provider.domains));
    lines << (m_provider.makesAccounts ? tr("Makes accounts for people it knows.")
                                       : tr("Signs in to accounts that are here already."));
    return lines.join(QChar::LineFeed);
}

void ProviderRow::retranslate()
{
    const QString &name = m_provider.name;
    mark()->setIcon(u"identity"_s, m_provider.isOn ? IconMark::Ink::Accent : IconMark::Ink::Subtle);
    title()->setText(name);
    m_issuer->setText(m_provider.issuer);
    m_detail->setText(detailWords());
    tellAct(m_change, tr("Change"), tr("Change %1", "%1 is an identity provider").arg(name));
    tellAct(m_switch, m_provider.isOn ? tr("Switch off") : tr("Switch on"),
            (m_provider.isOn ? tr("Switch %1 off", "%1 is an identity provider")
                             : tr("Switch %1 on", "%1 is an identity provider"))
                .arg(name));
    tellAct(m_remove, tr("Remove"), tr("Remove %1", "%1 is an identity provider").arg(name));
    m_question->setWords(tr("Nobody will sign in by %1 any more, and whom it knew is forgotten. "
                            "People who have no password here can't get in until they set one.",
                            "%1 is an identity provider")
                             .arg(name),
                         tr("Remove the provider"));
}

} // namespace latchkey::ui

#include "apisessions/apisessionrow.h"

#include "apisessions/apisessionform.h"
#include "apisessions/apisessionwords.h"
#include "kit/elidedlabel.h"
#include "kit/iconmark.h"
#include "kit/question.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int warningSide = 16;

} // namespace

ApiSessionRow::ApiSessionRow(const Clock &clock, QWidget *parent)
    : AskingRow(parent)
    , m_clock(clock)
    , m_use(addLine())
    , m_times(addLine())
    , m_warned(new QWidget)
    , m_warning(new QLabel)
    , m_change(addAct())
    , m_rotate(addAct())
    , m_end(addAct())
    , m_form(new ApiSessionForm(clock))
    , m_question(addQuestion(m_rotate, ButtonKind::Primary))
{
    mark()->setIcon(u"terminal"_s, IconMark::Ink::Accent);
    buildWarning();
    addForm(m_form, m_change, [this] { m_form->begin(m_session); });
    connect(m_end, &QPushButton::clicked, this, [this] { Q_EMIT endRequested(m_session.id); });
    connect(m_form, &ApiSessionForm::updateRequested, this, &ApiSessionRow::updateRequested);
    connect(m_question, &Question::confirmed, this,
            [this] { Q_EMIT rotateRequested(m_session.id); });
    retranslate();
}

void ApiSessionRow::buildWarning()
{
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    auto *mark = new IconMark(warningSide);
    mark->setIcon(u"warning"_s, IconMark::Ink::Warning);
    auto *warned = new QHBoxLayout(m_warned);
    warned->setContentsMargins(0, space::hair, 0, 0);
    warned->setSpacing(space::small);
    warned->addWidget(mark, 0, Qt::AlignTop);
    warned->addWidget(m_warning, 1);
    lines()->addWidget(m_warned);
}

void ApiSessionRow::setSession(const api::ApiSession &session)
{
    m_session = session;
    retranslate();
}

void ApiSessionRow::setPending(bool isPending)
{
    m_isPending = isPending;
    settle();
}

void ApiSessionRow::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void ApiSessionRow::setRotationOffered(bool isOffered)
{
    m_rotate->setVisible(isOffered);
}

void ApiSessionRow::setRotatable(bool isRotatable)
{
    m_isRotatable = isRotatable;
    settle();
}

void ApiSessionRow::settle()
{
    setFree(m_isUsable, m_isPending);
    if (!m_isRotatable) {
        m_rotate->setEnabled(false);
        m_question->setUsable(false);
    }
}

void ApiSessionRow::retranslate()
{
    const Timestamp now = m_clock.now();
    const QString name = apisessionwords::title(m_session);
    const QString warning = apisessionwords::warning(m_session, now);
    title()->setText(name);
    const QString use = apisessionwords::use(m_session, now);
    m_use->setText(use);
    m_use->setVisible(!use.isEmpty());
    m_times->setText(apisessionwords::times(m_session, now));
    for (QWidget *line : std::initializer_list<QWidget *>{m_use, m_times})
        line->setToolTip(apisessionwords::exactTimes(m_session));
    m_warning->setText(warning);
    m_warned->setVisible(!warning.isEmpty());
    m_question->setWords(tr("The secret that %1 uses now stops working at once. Whatever uses it "
                            "has to be given the new one.",
                            "%1 is an API session")
                             .arg(name),
                         tr("Make a new secret"));
    tellAct(m_change, tr("C&hange"), tr("Change %1", "%1 is an API session").arg(name));
    tellAct(m_rotate, tr("New secre&t"), tr("New secret for %1", "%1 is an API session").arg(name));
    tellAct(m_end, tr("&End"), tr("End %1", "%1 is an API session").arg(name));
}

} // namespace latchkey::ui

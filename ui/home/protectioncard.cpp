#include "home/protectioncard.h"

#include "kit/button.h"
#include "kit/card.h"
#include "kit/icons.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int markSide = 20;
constexpr int narrowestWords = 110; ///< of a line with a button beside it

} // namespace

ProtectionCard::ProtectionCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_lines(new QGridLayout)
    , m_factors(makeLine())
    , m_codes(makeLine())
    , m_email(makeLine())
    , m_phone(makeLine())
    , m_reviews(makeLine())
    , m_sessions(makeLine())
    , m_apiSessions(makeLine())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    m_lines->setHorizontalSpacing(space::medium);
    m_lines->setVerticalSpacing(space::small);
    m_lines->setColumnStretch(1, 1);
    m_lines->setColumnMinimumWidth(1, narrowestWords);
    m_card->body()->addLayout(m_lines);
    // The card beside it may be taller.
    m_card->body()->addStretch();
    for (const Line &line : {m_factors, m_codes})
        connect(line.mend, &QPushButton::clicked, this, &ProtectionCard::securityRequested);
    connect(m_apiSessions.mend, &QPushButton::clicked, this, &ProtectionCard::apiSessionsRequested);
    connect(m_email.mend, &QPushButton::clicked, this, &ProtectionCard::emailRequested);
    connect(m_phone.mend, &QPushButton::clicked, this, &ProtectionCard::phoneRequested);
    retranslate();
}

ProtectionCard::Line ProtectionCard::makeLine()
{
    const Line line{new QLabel, new QLabel, new QPushButton};
    line.words->setWordWrap(true);
    setKind(line.mend, ButtonKind::Flat);
    const int row = m_lines->rowCount();
    m_lines->addWidget(line.icon, row, 0);
    m_lines->addWidget(line.words, row, 1);
    m_lines->addWidget(line.mend, row, 2, Qt::AlignLeft);
    // As tall as a button, so that lines with one and without stand at the same distance.
    line.words->setMinimumHeight(line.mend->sizeHint().height());
    return line;
}

void ProtectionCard::tell(const State &state)
{
    m_state = state;
    retranslate();
}

bool ProtectionCard::hasLines() const
{
    return m_state.isEmailVerified || m_state.hasPhone || m_state.factors || m_state.openReviews;
}

void ProtectionCard::show(const Line &line, Mark mark, const QString &words, const QString &mend)
{
    const Colours &colours = coloursOf(palette());
    const QString name = mark == Good ? u"check"_s : mark == Attention ? u"warning"_s : u"info"_s;
    const QColor colour = mark == Good        ? colours.success
                          : mark == Attention ? colours.warning
                                              : colours.subtle;
    line.icon->setPixmap(iconPixmap(name, colour, markSide, devicePixelRatioF()));
    line.icon->setVisible(!words.isEmpty());
    line.words->setText(words);
    line.words->setVisible(!words.isEmpty());
    line.mend->setText(mend);
    line.mend->setVisible(!words.isEmpty() && !mend.isEmpty());
    spread(line, mend.isEmpty());
}

void ProtectionCard::spread(const Line &line, bool isAlone)
{
    const int wanted = isAlone ? 2 : 1;
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_lines->getItemPosition(m_lines->indexOf(line.words), &row, &column, &rows, &columns);
    if (columns == wanted)
        return;
    m_lines->removeWidget(line.words);
    m_lines->addWidget(line.words, row, column, rows, wanted);
}

void ProtectionCard::showFactors()
{
    const int factors = m_state.factors.value_or(0);
    const qint64 left = m_state.codesLeft.value_or(0);
    const bool areFew = factors > 0 && left <= 3;
    show(m_factors, factors > 0 ? Good : Attention,
         !m_state.factors ? QString()
         : factors > 0    ? tr("A second factor protects your account.")
                          : soleProtection(),
         factors == 0 ? tr("Add a second &factor") : QString());
    show(m_codes, areFew ? Attention : Good,
         factors == 0 ? QString()
         : left == 0  ? tr("You have no recovery codes left.")
                      : tr("%n recovery code(s) left.", nullptr, static_cast<int>(left)),
         areFew ? tr("Make recovery &codes") : QString());
}

QString ProtectionCard::soleProtection() const
{
    if (m_state.hasPassword)
        return tr("Only your password protects your account.");
    if (m_state.providers.isEmpty())
        return tr("Only codes to your e-mail address protect your account.");
    return tr("Nothing but your sign-in at %1 protects your account.",
              "%1 is an identity provider, or several")
        .arg(QLocale().createSeparatedList(m_state.providers));
}

void ProtectionCard::showContacts()
{
    const bool isVerified = m_state.isEmailVerified.value_or(false);
    show(m_email, isVerified ? Good : Attention,
         !m_state.isEmailVerified ? QString()
         : isVerified             ? tr("Your e-mail address is verified.")
                                  : tr("Your e-mail address is not verified yet."),
         isVerified ? QString() : tr("&Verify it"));
    const bool hasPhone = m_state.hasPhone.value_or(false);
    show(m_phone, hasPhone ? Good : Neutral,
         !m_state.hasPhone ? QString()
         : hasPhone        ? tr("Your phone is verified.")
                           : tr("Your account has no phone."),
         hasPhone ? QString() : tr("Add a &phone"));
}

void ProtectionCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProtectionCard::retranslate()
{
    m_card->setTitle(tr("Protection"));
    showFactors();
    showContacts();
    showSessions();
}

void ProtectionCard::showSessions()
{
    const int open = m_state.openReviews.value_or(0);
    const int unvouched = m_state.unvouched;
    show(m_reviews,
         open > 0        ? Attention
         : unvouched > 0 ? Neutral
                         : Good,
         !m_state.openReviews ? QString()
         : open > 0           ? tr("%n sign-in(s) wait for your answer.", nullptr, open)
         : unvouched > 0 ? tr("Nobody has confirmed %n earlier sign-in(s).", nullptr, unvouched)
                         : tr("You know of every sign-in."));
    const int others = m_state.otherSessions.value_or(0);
    show(m_sessions, others == 0 ? Good : Neutral,
         !m_state.otherSessions ? QString()
         : others == 0          ? tr("You are signed in nowhere else.")
                                : tr("You are signed in on %n other device(s).", nullptr, others));
    const int unused = m_state.unusedApiSessions;
    show(m_apiSessions, unused > 0 ? Attention : Neutral,
         m_state.apiSessions == 0 ? QString()
         : unused > 0 ? tr("%n API session(s) were not used for 90 days.", nullptr, unused)
                      : tr("%n API session(s) can use your account.", nullptr, m_state.apiSessions),
         unused > 0 ? tr("&Look at them") : QString());
}

} // namespace latchkey::ui

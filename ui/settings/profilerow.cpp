#include "settings/profilerow.h"

#include "account/accounts.h"
#include "kit/avatardisc.h"
#include "kit/button.h"
#include "kit/elidedlabel.h"
#include "kit/errorwords.h"
#include "kit/scale.h"
#include "kit/serverwords.h"
#include "kit/subtletext.h"
#include "settings/profiledetails.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace latchkey::ui {

namespace {

constexpr int discSide = 36;
constexpr std::chrono::seconds patience{10};

} // namespace

ProfileRow::ProfileRow(const account::ProfileId &id, const SettingsParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_parts(parts)
    , m_second(this)
    , m_disc(new AvatarDisc(discSide, this))
    , m_name(new ElidedLabel(this))
    , m_where(new SubtleText(this))
    , m_more(new QPushButton(this))
    , m_act(new QPushButton(this))
    , m_column(new QVBoxLayout(this))
{
    m_name->setTextFormat(Qt::PlainText);
    m_where->setTextFormat(Qt::PlainText);
    m_where->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_where);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::medium);
    line->addWidget(m_disc);
    line->addLayout(words, 1);
    line->addWidget(m_more);
    line->addWidget(m_act);
    m_column->setContentsMargins(0, space::hair, 0, space::hair);
    m_column->setSpacing(space::medium);
    m_column->addLayout(line);
    m_more->setCheckable(true);

    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &ProfileRow::tick);
    connect(m_more, &QPushButton::toggled, this, &ProfileRow::unfold);
    connect(m_act, &QPushButton::clicked, this, [this] {
        if (isLeaving())
            stay();
        else
            leave();
    });
    showCurrent();
}

void ProfileRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showCurrent();
}

void ProfileRow::unfold(bool isOpen)
{
    if (isOpen && !m_details) {
        m_details = new ProfileDetails(m_id, m_parts, this);
        m_column->addWidget(m_details);
    }
    m_details->setVisible(isOpen);
    showCurrent();
}

void ProfileRow::leave()
{
    m_trouble.reset();
    m_left = patience;
    m_second.start();
    showCurrent();
}

void ProfileRow::tick()
{
    if (--m_left > std::chrono::seconds(0))
        showCurrent();
    else
        remove();
}

void ProfileRow::carryOut()
{
    if (isLeaving())
        remove();
}

void ProfileRow::remove()
{
    m_left = {};
    m_second.stop();
    m_act->setEnabled(false);
    m_parts.accounts.remove(m_id).then(this, [this](const Result<Nothing> &removed) {
        // Where it went well this row is gone with the profile.
        if (!removed)
            m_trouble = removed.error();
        m_act->setEnabled(true);
        showCurrent();
    });
}

void ProfileRow::stay()
{
    m_left = {};
    m_second.stop();
    showCurrent();
}

QString ProfileRow::placeWords(account::KeepingPlace place) const
{
    switch (place) {
    case account::KeepingPlace::Keychain:
        return tr("Session kept in the keychain of this computer");
    case account::KeepingPlace::File:
        return tr("Session kept in an encrypted file");
    case account::KeepingPlace::Memory:
        return tr("Session kept until the program ends");
    }
    Q_UNREACHABLE();
}

void ProfileRow::showCurrent()
{
    const account::Account *account = m_parts.accounts.account(m_id);
    if (!account)
        return;
    const account::Profile profile = account->profile();
    const QString name = profile.title();
    m_disc->setName(name);
    m_name->setText(personOnServer(name, profile.server.url, profile.serverName));
    setAccessibleName(m_name->text());
    if (isLeaving()) {
        m_where->setText(tr("Signed out and removed from this computer in %n second(s). The "
                            "account stays on its server.",
                            nullptr, static_cast<int>(m_left.count())));
        m_act->setText(tr("Undo"));
        m_act->setAccessibleName(tr("Undo removing %1").arg(name));
    } else {
        m_where->setText(m_trouble ? wordsOf(*m_trouble) : placeWords(profile.keeping));
        m_act->setText(tr("Remove"));
        m_act->setAccessibleName(tr("Remove %1").arg(m_name->text()));
    }
    m_more->setVisible(!isLeaving());
    m_more->setText(m_more->isChecked() ? tr("Less") : tr("Change…"));
    m_more->setAccessibleName(tr("Settings of %1").arg(m_name->text()));
    if (m_details)
        m_details->showCurrent();
    setKind(m_act, isLeaving() ? ButtonKind::Primary : ButtonKind::Plain);
}

} // namespace latchkey::ui

#include "shell/profileswitcher.h"

#include "kit/avatardisc.h"
#include "kit/menustart.h"
#include "kit/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr int padding = 12;
constexpr int discSide = 36;
constexpr int arrowSide = 10;

QString literal(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ProfileSwitcher::ProfileSwitcher(QWidget *parent)
    : QPushButton(parent)
    , m_menu(new QMenu(this))
{
    setFlat(true);
    setMenu(m_menu);
    startAtFirst(*m_menu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void ProfileSwitcher::setProfiles(const QList<ProfileChoice> &profiles, const QString &currentId)
{
    if (m_profiles == profiles && m_currentId == currentId)
        return;
    m_profiles = profiles;
    m_currentId = currentId;
    retranslate();
    update();
}

void ProfileSwitcher::setSignOutPossible(bool isPossible)
{
    if (m_isSignOutPossible == isPossible)
        return;
    m_isSignOutPossible = isPossible;
    fillMenu();
}

QSize ProfileSwitcher::sizeHint() const
{
    return {200, std::max(discSide, 2 * fontMetrics().height()) + padding};
}

void ProfileSwitcher::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProfileSwitcher::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = coloursOf(palette());
    if (underMouse() || isDown()) {
        painter.fillRect(rect(), colours.hover);
    }

    QRect inside = rect().adjusted(padding, 0, -padding, 0);
    const ProfileChoice *choice = current();
    if (choice) {
        paintDisc(painter, QRectF(inside.left(), (height() - discSide) / 2, discSide, discSide),
                  choice->name);
        inside.setLeft(inside.left() + discSide + padding);
    }

    const QRect arrow(inside.right() - arrowSide, inside.center().y() - arrowSide / 4, arrowSide,
                      arrowSide / 2);
    painter.setPen(QPen(colours.text, 1.5));
    painter.drawPolyline(
        QPolygon({arrow.topLeft(), QPoint(arrow.center().x(), arrow.bottom()), arrow.topRight()}));
    inside.setRight(arrow.left() - padding / 2);

    const QString name = choice ? choice->name : tr("No account yet");
    const QString line = !choice                   ? QString()
                         : choice->state.isEmpty() ? choice->server
                                                   : choice->state;
    QFont bold = font();
    bold.setBold(true);
    const int height = fontMetrics().height();
    QRect upper(inside.left(), inside.center().y() - (line.isEmpty() ? height / 2 : height),
                inside.width(), height);
    painter.setFont(bold);
    painter.setPen(colours.text);
    painter.drawText(upper, Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(name, Qt::ElideRight, upper.width()));
    painter.setFont(font());
    painter.setPen(colours.subtle);
    painter.drawText(upper.translated(0, height), Qt::AlignVCenter,
                     fontMetrics().elidedText(line, Qt::ElideRight, upper.width()));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

const ProfileChoice *ProfileSwitcher::current() const
{
    const auto found = std::ranges::find(m_profiles, m_currentId, &ProfileChoice::id);
    return found == m_profiles.end() ? nullptr : &*found;
}

void ProfileSwitcher::fillMenu()
{
    m_menu->clear();
    // One of them is always ticked: who chooses the ticked one takes nothing away.
    delete std::exchange(m_only, new QActionGroup(this));
    for (const ProfileChoice &choice : std::as_const(m_profiles)) {
        QAction *action = m_menu->addAction(literal(choice.place));
        action->setCheckable(true);
        m_only->addAction(action);
        action->setChecked(choice.id == m_currentId);
        connect(action, &QAction::triggered, this,
                [this, id = choice.id] { Q_EMIT profileRequested(id); });
    }
    if (!m_profiles.isEmpty())
        m_menu->addSeparator();
    connect(m_menu->addAction(tr("Add an account")), &QAction::triggered, this,
            &ProfileSwitcher::addRequested);
    if (current() && m_isSignOutPossible) {
        connect(m_menu->addAction(tr("Sign out")), &QAction::triggered, this,
                &ProfileSwitcher::signOutRequested);
    }
}

void ProfileSwitcher::retranslate()
{
    fillMenu();
    setToolTip(tr("Switch profiles"));
    const ProfileChoice *choice = current();
    if (!choice)
        setAccessibleName(tr("Profiles"));
    else
        setAccessibleName(tr("Profile: %1", "a person on a server").arg(choice->place));
    setAccessibleDescription(choice ? choice->state : QString());
}

} // namespace latchkey::ui

// Every widget of the kit in one window, to look at. Not a test.
//   kit_gallery [--theme light|dark|contrast] [--compact] [--shot FILE]
#include "kit/avatardisc.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/codefield.h"
#include "kit/copybutton.h"
#include "kit/elidedlabel.h"
#include "kit/emptystate.h"
#include "kit/formfield.h"
#include "kit/icons.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/passwordedit.h"
#include "kit/relativetimelabel.h"
#include "kit/scale.h"
#include "kit/strengthmeter.h"
#include "kit/subtletext.h"
#include "kit/theme.h"
#include "kit/toast.h"

#include <QtWidgets>

using namespace latchkey;
using namespace latchkey::ui;
using namespace Qt::StringLiterals;

namespace {

const SystemClock systemClock;

QPushButton *button(const QString &text, ButtonKind kind, const QString &iconName = {})
{
    auto *made = new QPushButton(text);
    setKind(made, kind);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName));
    return made;
}

QWidget *header()
{
    auto *made = new PageHeader;
    made->setTitle(u"Access"_s);
    made->setSubtitle(u"Every place where your account is signed in. End what isn't yours."_s);
    made->addAction(button(u"New API session"_s, ButtonKind::Plain, u"plus"_s));
    made->addAction(button(u"End all others"_s, ButtonKind::Danger, u"sign-out"_s));
    return made;
}

QWidget *bars()
{
    auto *made = new QWidget;
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    const std::tuple<MessageBar::Kind, QString, QString> rows[] = {
        {MessageBar::Kind::Notice, u"Offline as of 14:02. What you see was loaded then."_s, {}},
        {MessageBar::Kind::Success, u"Your e-mail address is verified."_s, {}},
        {MessageBar::Kind::Warning, u"Only 2 recovery codes are left."_s, u"Make new ones"_s},
        {MessageBar::Kind::Danger, u"This session has been ended."_s, u"Sign in again"_s}};
    for (const auto &[kind, text, action] : rows) {
        auto *bar = new MessageBar;
        column->addWidget(bar);
        bar->show(kind, text, action);
    }
    return made;
}

QWidget *form()
{
    auto *card = new Card;
    card->setTitle(u"Sign up"_s);
    auto *name = new FormField(new QLineEdit(u"王小明"_s));
    name->setLabel(u"&Name"_s);
    name->setHint(u"As others shall see it."_s);
    auto *mail = new FormField(new QLineEdit(u"ada@example"_s));
    mail->setLabel(u"&E-mail"_s);
    mail->setError(u"This is not an e-mail address. It looks like name@example.org."_s);
    auto *password = new PasswordEdit;
    password->line()->setText(u"correct horse"_s);
    auto *field = new FormField(password);
    field->setLabel(u"&Password"_s);
    auto *meter = new StrengthMeter;
    meter->setScore(3, 3);
    meter->setHint(u"A fourth word would make it excellent."_s);
    auto *terms = new QCheckBox(u"Keep me signed in on this computer"_s);
    terms->setChecked(true);
    for (QWidget *part :
         {static_cast<QWidget *>(name), static_cast<QWidget *>(mail), static_cast<QWidget *>(field),
          static_cast<QWidget *>(meter), static_cast<QWidget *>(terms)})
        card->body()->addWidget(part);
    card->body()->addWidget(button(u"Create account"_s, ButtonKind::Primary));
    return card;
}

QWidget *buttons()
{
    auto *card = new Card;
    card->setTitle(u"Buttons and choices"_s);
    auto *grid = new QGridLayout;
    const std::pair<QString, ButtonKind> kinds[] = {{u"Primary"_s, ButtonKind::Primary},
                                                    {u"Plain"_s, ButtonKind::Plain},
                                                    {u"Danger"_s, ButtonKind::Danger},
                                                    {u"Flat"_s, ButtonKind::Flat}};
    int column = 0;
    for (const auto &[text, kind] : kinds) {
        grid->addWidget(button(text, kind, u"key"_s), 0, column);
        auto *disabled = button(text, kind, u"key"_s);
        disabled->setEnabled(false);
        grid->addWidget(disabled, 1, column++);
    }
    card->body()->addLayout(grid);
    auto *row = new QHBoxLayout;
    auto *combo = new QComboBox;
    combo->addItems({u"English"_s, u"简体中文"_s});
    auto *spin = new QSpinBox;
    row->addWidget(combo);
    row->addWidget(spin);
    row->addStretch(1);
    card->body()->addLayout(row);
    auto *choices = new QHBoxLayout;
    auto *light = new QRadioButton(u"Light"_s);
    light->setChecked(true);
    auto *dark = new QRadioButton(u"Dark"_s);
    auto *check = new QCheckBox(u"Compact"_s);
    auto *off = new QCheckBox(u"Not now"_s);
    off->setChecked(true);
    off->setEnabled(false);
    for (QWidget *choice : {static_cast<QWidget *>(light), static_cast<QWidget *>(dark),
                            static_cast<QWidget *>(check), static_cast<QWidget *>(off)})
        choices->addWidget(choice);
    choices->addStretch(1);
    card->body()->addLayout(choices);
    auto *progress = new QProgressBar;
    progress->setTextVisible(false);
    progress->setValue(62);
    card->body()->addWidget(progress);
    return card;
}

QWidget *code()
{
    auto *card = new Card;
    card->setTitle(u"Second factor"_s);
    auto *cells = new CodeField;
    cells->setText(u"123 4"_s);
    auto *field = new FormField(cells);
    field->setLabel(u"Code from your app"_s);
    field->setHint(u"It changes every 30 seconds."_s);
    card->body()->addWidget(field);
    auto *secretRow = new QHBoxLayout;
    auto *secret = new ElidedLabel;
    secret->setText(u"lk_4f9a 2c71 88d0 e3b6 51f2 aa90 7c1d 20fe 9b64"_s);
    secretRow->addWidget(secret, 1);
    secretRow->addWidget(new CopyButton([] { return u"lk_4f9a"_s; }));
    card->body()->addLayout(secretRow);
    return card;
}

QWidget *people()
{
    auto *card = new Card;
    card->setTitle(u"People and times"_s);
    const QString names[] = {u"Ada Lovelace"_s, u"王小明"_s, u"Grace"_s, u"🦊 Fox"_s};
    int hours = 0;
    for (const QString &name : names) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::medium);
        auto *disc = new AvatarDisc(36);
        disc->setName(name);
        auto *when = new RelativeTimeLabel(systemClock);
        when->setMoment(systemClock.now() - std::chrono::hours(hours += 7));
        row->addWidget(disc);
        row->addWidget(new QLabel(name), 1);
        row->addWidget(when);
        card->body()->addLayout(row);
    }
    return card;
}

QWidget *icons()
{
    auto *card = new Card;
    card->setTitle(u"Icons"_s);
    auto *grid = new QGridLayout;
    int at = 0;
    for (const QFileInfo &file : QDir(u":/icons"_s).entryInfoList()) {
        auto *tool = new QToolButton;
        tool->setAutoRaise(true);
        tool->setIconSize({24, 24});
        tool->setIcon(icon(file.baseName()));
        tool->setToolTip(file.baseName());
        tool->setEnabled(at % 11 != 10);
        grid->addWidget(tool, at / 11, at % 11);
        ++at;
    }
    card->body()->addLayout(grid);
    return card;
}

QWidget *table()
{
    auto *rows = new QTableWidget(5, 3);
    rows->setHorizontalHeaderLabels({u"Program"_s, u"Address"_s, u"Last active"_s});
    rows->verticalHeader()->hide();
    rows->setShowGrid(false);
    rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    rows->horizontalHeader()->setStretchLastSection(true);
    rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < 5; ++row) {
        const QString cells[] = {u"Latchkey on Linux"_s, u"192.0.2.%1"_s.arg(row), u"just now"_s};
        for (int column = 0; column < 3; ++column)
            rows->setItem(row, column, new QTableWidgetItem(cells[column]));
        rows->setRowHeight(row, 36);
    }
    rows->item(0, 0)->setIcon(icon(u"laptop"_s));
    rows->item(1, 0)->setIcon(icon(u"phone"_s));
    rows->selectRow(1);
    rows->setFixedHeight(170);
    return rows;
}

QWidget *empty()
{
    auto *card = new Card;
    auto *made = new EmptyState;
    made->setIcon(u"devices"_s);
    made->setTitle(u"No other devices"_s);
    made->setText(u"When you sign in somewhere else, it appears here by itself, with its address "
                  "and the time it was last active."_s);
    made->setAction(u"How to sign in on a phone"_s);
    card->body()->addWidget(made);
    return card;
}

void fill(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::huge, space::wide, space::huge, space::huge * 2);
    column->setSpacing(space::large);
    column->addWidget(header());
    column->addWidget(bars());
    auto *halves = new QHBoxLayout;
    halves->setSpacing(space::large);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    left->setSpacing(space::large);
    right->setSpacing(space::large);
    left->addWidget(form());
    left->addWidget(people());
    left->addWidget(icons());
    left->addStretch(1);
    right->addWidget(buttons());
    right->addWidget(code());
    right->addWidget(table());
    right->addWidget(empty(), 1);
    halves->addLayout(left, 1);
    halves->addLayout(right, 1);
    column->addLayout(halves, 1);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser line;
    line.addOptions({{u"theme"_s, u"light, dark or contrast"_s, u"theme"_s, u"light"_s},
                     {u"compact"_s, u"smaller controls"_s},
                     {u"shot"_s, u"save a picture and leave"_s, u"file"_s}});
    line.addHelpOption();
    line.process(application);
    const QString name = line.value(u"theme"_s);
    const Theme theme = name == "dark"_L1       ? Theme::Dark
                        : name == "contrast"_L1 ? Theme::HighContrast
                                                : Theme::Light;
    applyTheme(application, theme, line.isSet(u"compact"_s));

    QWidget page;
    fill(&page);
    page.resize(1040, page.sizeHint().height());
    Toast toast(&page);
    toast.offer(u"3 sessions ended."_s, u"Undo"_s, [] {});
    page.show();
    if (!line.isSet(u"shot"_s))
        return QApplication::exec();

    // As if Tab had been pressed, so that the focus shows.
    page.setAttribute(Qt::WA_KeyboardFocusChange);
    for (auto *each : page.findChildren<QPushButton *>()) {
        if (each->text() == "Create account"_L1)
            each->setFocus(Qt::TabFocusReason);
    }
    QApplication::processEvents();
    return page.grab().save(line.value(u"shot"_s)) ? 0 : 1;
}

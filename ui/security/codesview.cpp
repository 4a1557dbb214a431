#include "security/codesview.h"

#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/foldingpair.h"
#include "kit/messagebar.h"
#include "kit/printing.h"
#include "kit/scale.h"
#include "kit/secretclipboard.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

/// A path has no spaces where a line could end: it may end anywhere.
QString withBreaks(const QString &path)
{
    QString broken;
    for (const QChar c : path) {
        broken += c;
        if (!c.isHighSurrogate())
            broken += QChar(0x200B);
    }
    return broken;
}

} // namespace

CodesView::CodesView(Printing &printing, QWidget *parent)
    : QWidget(parent)
    , m_printing(printing)
    , m_why(new QLabel)
    , m_grid(new QGridLayout)
    , m_message(new MessageBar)
    , m_print(new QPushButton)
    , m_save(new QPushButton)
    , m_copy(new QPushButton)
    , m_have(new QCheckBox)
    , m_done(new QPushButton)
{
    m_why->setWordWrap(true);
    m_grid->setHorizontalSpacing(space::huge);
    m_grid->setVerticalSpacing(space::small);
    m_grid->setColumnStretch(2, 1);
    auto *onPaper = new QWidget;
    auto *inPaper = new QHBoxLayout(onPaper);
    inPaper->setContentsMargins({});
    inPaper->setSpacing(space::small);
    for (QPushButton *way : {m_print, m_save})
        inPaper->addWidget(way);
    auto *ways = new FoldingPair(FoldingPair::Shares::AsTheyAre, 0);
    ways->setSpacing(space::small);
    ways->addWidget(onPaper);
    ways->addWidget(m_copy);
    setKind(m_done, ButtonKind::Primary);
    m_done->setEnabled(false);
    m_message->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    layout->addWidget(m_why);
    layout->addLayout(m_grid);
    layout->addLayout(ways);
    layout->addWidget(m_message);
    layout->addWidget(m_have);
    layout->addWidget(m_done, 0, Qt::AlignLeft);
    connect(m_print, &QPushButton::clicked, this, &CodesView::print);
    connect(m_save, &QPushButton::clicked, this, &CodesView::save);
    connect(m_copy, &QPushButton::clicked, this, &CodesView::copy);
    connect(m_have, &QCheckBox::toggled, m_done, &QWidget::setEnabled);
    connect(m_done, &QPushButton::clicked, this, &CodesView::done);
    retranslate();
}

void CodesView::setCodes(const QList<Secret> &codes, const codespaper::Heading &heading)
{
    clear();
    m_codes = codes;
    m_heading = heading;
    const qsizetype rows = (codes.size() + 1) / 2;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        auto *label = new QLabel(codes.at(i).revealText());
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSizeF(font().pointSizeF() * 1.15);
        label->setFont(fixed);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_grid->addWidget(label, static_cast<int>(i % rows), static_cast<int>(i / rows));
        m_labels << label;
    }
}

void CodesView::clear()
{
    qDeleteAll(m_labels);
    m_labels.clear();
    m_codes.clear();
    m_have->setChecked(false);
    m_message->hide();
}

void CodesView::focusFirst()
{
    m_print->setFocus(Qt::OtherFocusReason);
}

void CodesView::print()
{
    const auto asked = m_printing.ask(*this, [this](QPagedPaintDevice &paper, const QString &file) {
        const auto printed = codespaper::print(paper, file, m_heading, m_codes);
        if (!printed || !file.isEmpty())
            tell(printed, file);
    });
    if (!asked)
        tell(asked, {});
}

void CodesView::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery codes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text files (*.txt)"));
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->setDirectory(QDir::homePath()); // else where the program was started from
    dialog->selectFile(u"latchkey-recovery-codes.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        tell(codespaper::save(path, m_heading, m_codes), path);
    });
    dialog->open();
}

void CodesView::copy()
{
    copySecret(Secret(codespaper::text(m_heading, m_codes)));
    m_message->show(MessageBar::Kind::Success,
                    tr("The codes are copied. Paste them within 30 seconds; then they leave the "
                       "clipboard."));
}

void CodesView::tell(const Result<Nothing> &saved, const QString &path)
{
    if (saved)
        m_message->show(MessageBar::Kind::Success,
                        tr("The codes are saved in %1. Only you can read it.", "%1 is a file")
                            .arg(withBreaks(path)));
    else
        m_message->show(MessageBar::Kind::Danger, wordsOf(saved.error()));
}

void CodesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CodesView::retranslate()
{
    m_why->setText(tr("Each of these codes opens your account once when your authenticator is not "
                      "at hand. They are shown only now."));
    m_print->setText(tr("P&rint…"));
    m_save->setText(tr("Save to a &file…"));
    m_copy->setText(tr("Cop&y all"));
    m_have->setText(tr("I have sa&ved them"));
    m_done->setText(tr("&Done"));
}

} // namespace latchkey::ui

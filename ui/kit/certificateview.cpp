#include "kit/certificateview.h"

#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QDateTime>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace latchkey::ui {

namespace {

constexpr qsizetype lineLength = 8 * 3; ///< eight bytes, each with its colon

/// Eight bytes a line, every line: compared by eye, piece by piece. Without the line ends it is
/// what it was.
QString inLines(const QString &fingerprint)
{
    QStringList lines;
    for (qsizetype from = 0; from < fingerprint.size(); from += lineLength)
        lines << fingerprint.mid(from, lineLength);
    return lines.join(u'\n');
}

QString dateOf(Timestamp moment)
{
    return QLocale().toString(toDateTime(moment).toLocalTime().date(), QLocale::LongFormat);
}

} // namespace

CertificateView::CertificateView(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::hair);
    grid->setColumnStretch(1, 1);
    for (Line *line : {&m_subject, &m_issuer, &m_valid, &m_fingerprint})
        *line = addLine();
    m_fingerprint.value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fingerprint.value->setWordWrap(false); // it has lines of its own
    retranslate();
}

CertificateView::Line CertificateView::addLine()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const int row = grid->rowCount();
    const Line line{new SubtleText(this), new QLabel(this)};
    line.value->setTextFormat(Qt::PlainText);
    line.value->setWordWrap(true);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    grid->addWidget(line.name, row, 0, Qt::AlignTop);
    grid->addWidget(line.value, row, 1, Qt::AlignTop);
    return line;
}

void CertificateView::setContent(const Content &content)
{
    m_content = content;
    retranslate();
}

void CertificateView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CertificateView::retranslate()
{
    m_subject.name->setText(tr("Made for"));
    m_issuer.name->setText(tr("Made by"));
    m_valid.name->setText(tr("Valid"));
    m_fingerprint.name->setText(tr("Fingerprint"));
    m_subject.value->setText(m_content.subject);
    m_issuer.value->setText(m_content.subject == m_content.issuer ? tr("the server itself")
                                                                  : m_content.issuer);
    m_valid.value->setText(tr("from %1 until %2", "two dates")
                               .arg(dateOf(m_content.validFrom), dateOf(m_content.validUntil)));
    m_fingerprint.value->setText(inLines(m_content.fingerprint));
    for (const Line &line : {m_subject, m_issuer, m_valid, m_fingerprint})
        line.value->setAccessibleName(line.name->text() + u": " + line.value->text());
    m_fingerprint.value->setAccessibleName(tr("Fingerprint: %1").arg(m_content.fingerprint));
}

} // namespace latchkey::ui

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

constexpr qsizetype bytesInALine = 16;

/// Two lines of sixteen bytes: compared by eye, piece by piece.
QString inLines(const QString &fingerprint)
{
    const qsizetype half = bytesInALine * 3;
    return fingerprint.size() > half
               ? QString(fingerprint.first(half - 1) + u'\n' + fingerprint.sliced(half))
               : fingerprint;
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

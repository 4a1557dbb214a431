#include "security/trustedrow.h"

#include "kit/elidedlabel.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "sessions/sessionwords.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace latchkey::ui {

TrustedRow::TrustedRow(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel)
    , m_detail(new SubtleText)
    , m_forget(new QPushButton)
{
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addWidget(m_title);
    words->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(words, 1);
    layout->addWidget(m_forget, 0, Qt::AlignVCenter);
    connect(m_forget, &QPushButton::clicked, this, &TrustedRow::forgotten);
}

void TrustedRow::tell(const api::TrustedDevice &device, Timestamp now, bool isUsable)
{
    const QString program = sessionwords::program(device.device);
    const QString name = device.device.label.isEmpty() ? program : device.device.label;
    m_title->setText(name);
    m_detail->setText(tr("Trusted: %1, from %2. Ends: %3.",
                         "%1 and %3 are times like 'in 5 minutes', %2 is an IP address")
                          .arg(relativeTime(device.trustedAt, now), device.address,
                               relativeTime(device.expiresAt, now)));
    m_detail->setToolTip(exactTime(device.expiresAt));
    m_forget->setText(tr("Stop trusting"));
    m_forget->setAccessibleName(tr("Stop trusting %1", "%1 is a device").arg(name));
    m_forget->setEnabled(isUsable);
}

} // namespace latchkey::ui

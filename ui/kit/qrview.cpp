#include "kit/qrview.h"

#include "base/latelibrary.h"

#include <QEvent>
#include <QPainter>

#include <memory>

#include <qrencode.h>

namespace latchkey::ui {

namespace {

constexpr int paperSide = 232;

QImage modulesOf(const Secret &content)
{
    static const LateLibrary library(LATCHKEY_QRENCODE);
    static auto *const encode = library.find<decltype(QRcode_encodeData)>("QRcode_encodeData");
    static auto *const release = library.find<decltype(QRcode_free)>("QRcode_free");
    if (!encode || !release)
        return {};
    const std::unique_ptr<QRcode, decltype(release)> code(
        encode(static_cast<int>(content.size()),
               reinterpret_cast<const unsigned char *>(content.reveal().constData()), 0,
               QR_ECLEVEL_M),
        release);
    if (!code)
        return {};
    QImage modules(code->width, code->width, QImage::Format_Grayscale8);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            const bool isBlack = (code->data[y * code->width + x] & 1) != 0;
            modules.scanLine(y)[x] = isBlack ? 0 : 255;
        }
    }
    return modules;
}

} // namespace

QrView::QrView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void QrView::setContent(const Secret &content)
{
    m_modules = content.isEmpty() ? QImage() : modulesOf(content);
    update();
}

QSize QrView::sizeHint() const
{
    return {paperSide, paperSide};
}

void QrView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (isEmpty())
        return;
    // In pixels of the device: a module of 4.3 of them would be grey at its edges.
    const qreal ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    const int whole = static_cast<int>(std::min(width(), height()) * ratio);
    const int module = std::max(1, whole / (side() + 2 * quietModules));
    const int drawn = module * side();
    const QPoint start((static_cast<int>(width() * ratio) - drawn) / 2,
                       (static_cast<int>(height() * ratio) - drawn) / 2);
    painter.drawImage(QRect(start, QSize(drawn, drawn)), m_modules);
}

void QrView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void QrView::retranslate()
{
    setAccessibleName(tr("QR code for an authenticator app; the secret stands beside it as text"));
}

} // namespace latchkey::ui

#pragma once

#include "base/secret.h"

#include <QImage>
#include <QWidget>

namespace latchkey::ui {

/// A QR code, each module in whole pixels of the device; black on white in every theme, for that is
/// what cameras read.
class QrView final : public QWidget
{
    Q_OBJECT

public:
    /// Around the code; readers need it.
    static constexpr int quietModules = 4;

    explicit QrView(QWidget *parent = nullptr);

    /// What does not fit shows nothing.
    void setContent(const Secret &content);
    bool isEmpty() const { return m_modules.isNull(); }
    /// How many modules a side has, without the quiet zone.
    int side() const { return m_modules.width(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QImage m_modules; ///< one pixel a module
};

} // namespace latchkey::ui

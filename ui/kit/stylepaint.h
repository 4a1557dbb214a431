#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QStyleOption;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionTab;
class QStyleOptionViewItem;
class QWidget;

/// How the style draws each part. Kept apart from which part is drawn when.
namespace latchkey::ui::stylepaint {

void rounded(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line,
             qreal lineWidth = 1);

void button(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void toolButton(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void field(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void focusRing(QPainter *painter, const QStyleOption *option);
void checkBox(QPainter *painter, const QStyleOption *option);
void radioButton(QPainter *painter, const QStyleOption *option);
void comboBox(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget);
/// Of a button that opens a menu.
void menuArrow(QPainter *painter, const QStyleOption *option);
void stepArrow(QPainter *painter, const QStyleOption *option, const QRect &rect, bool isUp,
               bool isEnabled);
void scrollBarHandle(QPainter *painter, const QStyleOptionComplex *option, const QRect &handle);
void listFrame(QPainter *painter, const QStyleOption *option);
void listRow(QPainter *painter, const QStyleOptionViewItem *option);
void header(QPainter *painter, const QStyleOptionHeader *option);
void sortArrow(QPainter *painter, const QStyleOptionHeader *option);
void tab(QPainter *painter, const QStyleOptionTab *option);
void tabLine(QPainter *painter, const QStyleOption *option);
void progress(QPainter *painter, const QStyleOptionProgressBar *option);

} // namespace latchkey::ui::stylepaint

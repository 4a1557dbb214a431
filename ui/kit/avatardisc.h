#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

class QPainter;

namespace latchkey::ui {

/// One or two letters that stand for a name: first and last word's, or for Chinese the last two
/// characters, as people there are called.
QString initialsOf(const QString &name);
/// Always the same for the same name, and readable under white letters.
QColor discColourOf(const QString &name);
void paintDisc(QPainter &painter, const QRectF &rect, const QString &name);

class AvatarDisc final : public QWidget
{
    Q_OBJECT

public:
    explicit AvatarDisc(int size, QWidget *parent = nullptr);

    void setName(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
};

} // namespace latchkey::ui

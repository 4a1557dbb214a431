#pragma once

#include <QString>
#include <QWidget>

namespace latchkey::ui {

/// A drawing that stands for itself beside words: never the only sign of anything, so a screen
/// reader passes it by.
class IconMark final : public QWidget
{
    Q_OBJECT

public:
    enum class Ink { Text, Subtle, Accent, Success, Warning, Danger };
    Q_ENUM(Ink)

    explicit IconMark(int size, QWidget *parent = nullptr);

    void setIcon(const QString &name, Ink ink);
    const QString &iconName() const { return m_name; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Ink m_ink = Ink::Text;
};

} // namespace latchkey::ui

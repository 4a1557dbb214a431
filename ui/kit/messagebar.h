#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class IconMark;

/// A line above a page, or on top of a form, that says how things stand.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Notice, Success, Warning, Danger };
    Q_ENUM(Kind)

    explicit MessageBar(QWidget *parent = nullptr);

    void show(Kind kind, const QString &text, const QString &action = {});
    using QWidget::show;
    QString text() const;

Q_SIGNALS:
    void acted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Notice;
    IconMark *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace latchkey::ui

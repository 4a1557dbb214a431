#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class IconMark;

/// What a page shows when it has nothing to show: why, and what to do about it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setIcon(const QString &name);
    void setTitle(const QString &title);
    void setText(const QString &text);
    /// An empty one takes the button away.
    void setAction(const QString &action);
    QPushButton *actionButton() const { return m_action; }

Q_SIGNALS:
    void acted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    IconMark *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace latchkey::ui

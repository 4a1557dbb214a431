#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace latchkey::ui {

/// The top of a page: its title, one line of what it is, and its actions at the right.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// From left to right; the header owns it then.
    void addAction(QWidget *action);
    using QWidget::addAction;

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QLabel *m_title;
    QLabel *m_subtitle;
    QHBoxLayout *m_actions;
};

} // namespace latchkey::ui

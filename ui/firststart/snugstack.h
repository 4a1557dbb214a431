#pragma once

#include <QWidget>

namespace latchkey::ui {

/// Shows one of several widgets and is as tall as that one, where a QStackedWidget is as tall as the
/// tallest.
class SnugStack : public QWidget
{
    Q_OBJECT

public:
    explicit SnugStack(QWidget *parent = nullptr);

    /// The first one shows.
    void addWidget(QWidget *widget);
    /// It stays a child, hidden.
    void removeWidget(QWidget *widget);
    void setCurrentWidget(QWidget *widget);
    QWidget *currentWidget() const { return m_current; }
    const QList<QWidget *> &widgets() const { return m_widgets; }

private:
    QList<QWidget *> m_widgets;
    QWidget *m_current = nullptr;
};

} // namespace latchkey::ui

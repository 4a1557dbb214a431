#pragma once

#include <QPointer>
#include <QWidget>

namespace latchkey::ui {

/// What lies over the window for a while: told apart from the page below by its outline and by the
/// shade that falls on the rest.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    explicit Overlay(QWidget *window);
    ~Overlay() override;

    /// What those lie on that belong to `within`: the window's surface, or else the window.
    static QWidget *surfaceOver(QWidget *within);

protected:
    /// What lies below is not reached by the mouse, either. For what stays until it is closed.
    void shutOut();

    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QPointer<QWidget> m_shade; ///< dims what lies below
};

} // namespace latchkey::ui

#pragma once

#include <QPointer>
#include <QWidget>

namespace latchkey::ui {

/// What lies over the window for a while: told apart from the page below by its outline and by the
/// shade that falls on the rest. It holds the focus and gives it back when it goes; Esc sends it
/// away, and so does a click beside it.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    explicit Overlay(QWidget *window);
    ~Overlay() override;

    /// What those lie on that belong to `within`: the window's surface, or else the window.
    static QWidget *surfaceOver(QWidget *within);

    void dismiss();

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    /// Comes, and `first` gets the focus.
    void rise(QWidget *first);
    /// What lies below is not reached by the mouse, either. For what stays until it is closed.
    void shutOut();
    /// Lays it where it belongs: when it comes, and when the window gets another size.
    virtual void place() {}

    void keyPressEvent(QKeyEvent *event) override;
    /// Round and round in here: the page below is out of reach until it goes.
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool isBeside(const QObject *watched) const;

    QPointer<QWidget> m_shade; ///< dims what lies below
    QPointer<QWidget> m_focusBefore;
    bool m_shutsOut = false;
};

} // namespace latchkey::ui

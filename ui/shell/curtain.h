#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace latchkey::ui {

class Surface;

/// Takes all that a window shows out of sight and out of reach, and puts one widget in its place:
/// no key, click, shortcut or screen reader comes through to what is behind, and menus and dialogs
/// close.
class Curtain final : public QObject
{
    Q_OBJECT

public:
    /// `layers` shows `surface`, and is the curtain's parent.
    Curtain(QStackedWidget &layers, Surface &surface);

    bool isDrawn() const { return m_front; }
    /// Takes it over.
    void draw(QWidget *front);
    /// Gives the focus back to who had it.
    void lift();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void closeOthers() const;
    bool isBehind(const QWidget *widget) const;

    QStackedWidget &m_layers;
    Surface &m_surface;
    QPointer<QWidget> m_front;
    QPointer<QWidget> m_focusBefore;
};

} // namespace latchkey::ui

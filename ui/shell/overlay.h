#pragma once

#include <QWidget>

namespace latchkey::ui {

/// What lies over the window for a while: told apart from the page below by its outline, in every
/// theme.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    explicit Overlay(QWidget *window);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace latchkey::ui

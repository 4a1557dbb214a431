#pragma once

#include <QBoxLayout>

namespace latchkey::ui {

/// A column in a widget that has a greatest width. A box around it asks how tall it is at the width
/// that there is, which may be more than the widget takes: words that wrap are then promised fewer
/// lines than they need, and their neighbours are squashed.
class BoundedBox final : public QBoxLayout
{
public:
    BoundedBox(Direction direction, QWidget *widget);

    int heightForWidth(int width) const override;
    int minimumHeightForWidth(int width) const override;

private:
    int bounded(int width) const;
};

} // namespace latchkey::ui

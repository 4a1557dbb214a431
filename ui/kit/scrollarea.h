#pragma once

#include <QScrollArea>

namespace latchkey::ui {

/// One that answers who reads the screen also about a child that went away a moment ago: Qt 6.4's
/// own reads past its list there.
class ScrollArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollArea(QWidget *parent = nullptr);
};

} // namespace latchkey::ui

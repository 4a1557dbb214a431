#pragma once

#include <QWidget>

namespace latchkey::ui {

/// All that a window shows at ordinary times, overlays and news among it. While it is hidden a
/// screen reader finds nothing in it, either: Qt alone goes on telling what hidden widgets say.
class Surface final : public QWidget
{
    Q_OBJECT

public:
    explicit Surface(QWidget *parent = nullptr);
};

} // namespace latchkey::ui

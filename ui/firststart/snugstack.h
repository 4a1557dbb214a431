#pragma once

#include <QStackedWidget>

namespace latchkey::ui {

/// As tall as what it shows, not as the tallest of what it could show.
class SnugStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit SnugStack(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
};

} // namespace latchkey::ui

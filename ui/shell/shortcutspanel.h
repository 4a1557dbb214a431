#pragma once

#include "kit/overlay.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace latchkey::ui {

/// Which keys do what, over the window.
class ShortcutsPanel final : public Overlay
{
    Q_OBJECT

public:
    struct Line
    {
        QString keys;
        QString words;
    };

    explicit ShortcutsPanel(QWidget *window);

    /// Once more sends it away.
    void open(const QList<Line> &lines);

protected:
    void changeEvent(QEvent *event) override;
    void place() override;

private:
    void retranslate();

    QLabel *m_title;
    QWidget *m_table = nullptr;
    QPushButton *m_close;
};

} // namespace latchkey::ui

#pragma once

#include "kit/overlay.h"

#include <QPointer>

class QGridLayout;
class QLabel;
class QPushButton;

namespace latchkey::ui {

/// Which keys do what, over the window. Esc closes it and gives the focus back.
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

    void open(const QList<Line> &lines);
    void dismiss();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QWidget *m_table = nullptr;
    QPushButton *m_close;
    QPointer<QWidget> m_focusBefore;
};

} // namespace latchkey::ui

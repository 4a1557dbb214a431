#pragma once

#include "kit/overlay.h"
#include "shell/paletteitem.h"

class QLabel;
class QLineEdit;
class QListView;

namespace latchkey::ui {

class PaletteModel;

/// Everything that can be done, found by typing a few letters of it and worked with the keyboard
/// alone.
class CommandPalette final : public Overlay
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    void setItems(QList<PaletteItem> items);
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void place() override;

private:
    void select(int row);
    void step(int by);
    void announce(QWidget *where, int row = -1);
    void runCurrent();
    void tellCount();
    void retranslate();

    PaletteModel *m_model;
    QLineEdit *m_edit;
    QListView *m_list;
    QLabel *m_nothing;
};

} // namespace latchkey::ui

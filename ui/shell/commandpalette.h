#pragma once

#include "kit/overlay.h"
#include "shell/paletteitem.h"

#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace latchkey::ui {

class PaletteModel;

/// Everything that can be done, found by typing a few letters of it. Lies over the window, is
/// worked with the keyboard alone and gives the focus back when it goes.
class CommandPalette final : public Overlay
{
    Q_OBJECT

public:
    /// Lies over `window` and follows its size.
    explicit CommandPalette(QWidget *window);

    void setItems(QList<PaletteItem> items);
    void open();
    void dismiss();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    bool isBeside(const QObject *watched) const;
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
    QPointer<QWidget> m_focusBefore;
};

} // namespace latchkey::ui

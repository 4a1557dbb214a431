#pragma once

#include "kit/iconmark.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace latchkey::ui {

class SubtleText;

/// An address or a number: what it is, how it stands, and what can be done about it.
class ContactRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactRow(const QString &icon, QWidget *parent = nullptr);

    void tell(const QString &value, IconMark::Ink ink, const QString &detail);
    /// In the order in which they are added.
    QPushButton *addAct();
    /// To the first act that there is now.
    void focusFirst();

private:
    const QString m_icon;
    IconMark *m_mark;
    QLabel *m_value;
    SubtleText *m_detail;
    QWidget *m_place; ///< of the acts
    QBoxLayout *m_acts;
    QList<QPushButton *> m_buttons;
};

} // namespace latchkey::ui

#pragma once

#include "kit/scrollarea.h"

class QVBoxLayout;

namespace latchkey::ui {

class PageHeader;

/// A column as wide as a form, in the middle, under a title; scrolls where the window is too low.
class FormScroll final : public ScrollArea
{
    Q_OBJECT

public:
    explicit FormScroll(QWidget *parent = nullptr);

    /// Where the forms stand, below title and lead.
    QVBoxLayout *column() const { return m_column; }
    /// An empty one takes no room: forms with a title of their own need none.
    void setTitle(const QString &title);
    void setLead(const QString &lead);

private:
    QVBoxLayout *m_column;
    PageHeader *m_header;
};

} // namespace latchkey::ui

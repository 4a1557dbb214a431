#pragma once

#include "kit/scrollarea.h"

class QVBoxLayout;

namespace latchkey::ui {

class PageHeader;

/// What scrolls on a page below its header: a column of cards. The bar stands at the window's edge,
/// the cards start where the header does, and Tab does not stop here.
class PageScroll final : public ScrollArea
{
    Q_OBJECT

public:
    explicit PageScroll(QWidget *parent = nullptr);

    QVBoxLayout *column() const { return m_column; }

    /// A page's own layout, with its header on top, which stays while the rest scrolls.
    static QVBoxLayout *layOut(QWidget *page, PageHeader *header);

private:
    void follow(QWidget *focus);

    QVBoxLayout *m_column;
};

} // namespace latchkey::ui

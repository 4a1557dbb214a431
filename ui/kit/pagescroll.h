#pragma once

#include "kit/scrollarea.h"

#include <QPointer>

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

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void followSoon();

    QPointer<QWidget> m_followed; ///< has the focus, and nobody scrolled since
    QVBoxLayout *m_column;
};

} // namespace latchkey::ui

#pragma once

#include <QPushButton>

namespace latchkey::ui {

/// A page in the sidebar. The current one is set off by a bar, a ground and bolder letters, so that
/// it can be told without seeing colours.
class NavigationButton final : public QPushButton
{
    Q_OBJECT

public:
    NavigationButton(QString pageId, const QString &iconName, QWidget *parent = nullptr);

    const QString &pageId() const { return m_pageId; }
    void setTitle(const QString &title, const QKeySequence &shortcut);
    /// Another kind of pages begins here.
    void setApart(bool isApart);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int above() const;

    QString m_pageId;
    QString m_iconName;
    bool m_isApart = false;
};

} // namespace latchkey::ui

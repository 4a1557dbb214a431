#pragma once

#include "base/error.h"

#include <QList>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace latchkey::ui {

class IconMark;

/// A line that says how things stand, with what can be done about it.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Notice, Success, Warning, Danger };
    Q_ENUM(Kind)
    /// In a page or on top of a form; or from edge to edge above the page.
    enum class Shape { Box, Band };

    explicit MessageBar(QWidget *parent = nullptr)
        : MessageBar(Shape::Box, parent)
    {}
    explicit MessageBar(Shape shape, QWidget *parent = nullptr);

    void show(Kind kind, const QString &text, const QString &action = {});
    void show(Kind kind, const QString &text, const QStringList &actions);
    /// No news: nobody who reads it now is interrupted.
    void showQuietly(Kind kind, const QString &text, const QStringList &actions);
    using QWidget::show;
    /// In words; hidden where nothing is wrong.
    void tell(const std::optional<Error> &error);
    /// The way to the server is there again: an error that was about it is one no more.
    void forgetWay();
    QString text() const;
    void setDismissible(bool isDismissible);

Q_SIGNALS:
    /// By its place among the actions.
    void acted(qsizetype action);
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setActions(const QStringList &actions);
    void retranslate();

    const Shape m_shape;
    Kind m_kind = Kind::Notice;
    bool m_isAboutWay = false;
    QBoxLayout *m_row;
    IconMark *m_icon;
    QLabel *m_text;
    QList<QPushButton *> m_actions;
    QToolButton *m_close;
};

} // namespace latchkey::ui

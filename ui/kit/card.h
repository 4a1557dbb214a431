#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace latchkey::ui {

/// A surface of its own with an optional title; what belongs together stands on one.
class Card final : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title;
    QVBoxLayout *m_body;
};

} // namespace latchkey::ui

#pragma once

#include "api/providers.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

/// A browser is back from a provider, which saw somebody there: whether they are meant.
class SeenQuestion final : public QWidget
{
    Q_OBJECT

public:
    explicit SeenQuestion(QWidget *parent = nullptr);

    void ask(const api::SeenAtProvider &seen);
    /// The server can be reached.
    void setUsable(bool isUsable);
    void focusFirst();

Q_SIGNALS:
    void confirmed();
    void declined();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    api::SeenAtProvider m_seen;
    QLabel *m_question;
    QPushButton *m_connect;
    QPushButton *m_cancel;
};

} // namespace latchkey::ui

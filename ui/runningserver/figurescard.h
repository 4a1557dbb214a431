#pragma once

#include "api/serversettings.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace latchkey::ui {

class Card;
class MessageBar;
class SubtleText;

/// How much there is on a server, of what it counts; and where mails or texts don't go.
class FiguresCard final : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresCard(QWidget *parent = nullptr);

    void tell(const api::Figures &figures);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        SubtleText *label;
        QLabel *value;
    };

    Line makeLine(int row);
    static void tell(const Line &line, const QString &label, const QString &value);
    void tellPost();
    void retranslate();

    api::Figures m_figures;
    Card *m_card;
    QGridLayout *m_grid;
    Line m_users;
    Line m_sessions;
    Line m_begun;
    Line m_mail;
    Line m_texts;
    Line m_version;
    MessageBar *m_heldUp;
};

} // namespace latchkey::ui

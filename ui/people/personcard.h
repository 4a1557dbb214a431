#pragma once

#include "api/user.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace latchkey::ui {

class AvatarDisc;
class Card;
class SubtleText;

/// Whose account it is, as far as that was told.
class PersonCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonCard(QWidget *parent = nullptr);

    void tell(const api::User &user, Timestamp now);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        SubtleText *label;
        QLabel *value;
    };

    Line makeLine(int row);
    void tell(const Line &line, const QString &label, const QString &value);
    QString emailWords() const;
    void retranslate();

    api::User m_user;
    Timestamp m_now{};
    Card *m_card;
    AvatarDisc *m_disc;
    QGridLayout *m_grid;
    Line m_email;
    Line m_userName;
    Line m_phone;
    Line m_role;
    Line m_since;
};

} // namespace latchkey::ui

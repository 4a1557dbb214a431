#pragma once

#include "api/apisessions.h"

#include <QWidget>

class QVBoxLayout;

namespace latchkey::account {
class SessionStore;
}

namespace latchkey::ui {

class Card;

/// The API sessions that ended last: when, by whom, and why.
class EndedCard final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype atMost = 10; ///< Access lists them all

    /// What ended one is looked for among all sessions, which outlive the card.
    explicit EndedCard(const account::SessionStore &all, QWidget *parent = nullptr);

    void follow(const QList<api::ApiSession> &ended, Timestamp now);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeRow(const api::ApiSession &session) const;
    void retranslate();

    const account::SessionStore &m_all;
    QList<api::ApiSession> m_ended;
    Timestamp m_now{};
    Card *m_card;
    QVBoxLayout *m_rows;
};

} // namespace latchkey::ui

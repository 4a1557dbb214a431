#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey::ui {

class Card;

/// How well the account is protected, as far as its server can tell.
class ProtectionCard final : public QWidget
{
    Q_OBJECT

public:
    /// Nothing where it is not known yet.
    struct State
    {
        std::optional<bool> isEmailVerified;
        std::optional<int> factors;
        std::optional<qint64> codesLeft; ///< with at least one factor
        std::optional<int> openReviews;
        int unvouched = 0; ///< live, older than the one here, and nobody said whose they are
        std::optional<int> otherSessions;
    };

    explicit ProtectionCard(QWidget *parent = nullptr);

    void tell(const State &state);

Q_SIGNALS:
    /// The person wants to do something about the second factor or the codes.
    void securityRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Mark { Good, Attention, Neutral };
    struct Line
    {
        QLabel *icon;
        QLabel *words;
    };

    Line makeLine();
    void showFactors();
    void show(const Line &line, Mark mark, const QString &words);
    void retranslate();

    State m_state;
    Card *m_card;
    Line m_factors;
    Line m_codes;
    QPushButton *m_security;
    Line m_email;
    Line m_reviews;
    Line m_sessions;
};

} // namespace latchkey::ui

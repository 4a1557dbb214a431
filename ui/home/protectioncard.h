#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

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
        std::optional<bool> hasPhone; ///< where the server takes one
        std::optional<int> factors;
        bool hasPassword = true;
        QStringList providers;           ///< at which the account is signed in to
        std::optional<qint64> codesLeft; ///< with at least one factor
        std::optional<int> openReviews;
        int unvouched = 0; ///< live, older than the one here, and nobody said whose they are
        std::optional<int> otherSessions;
        int apiSessions = 0;
        int unusedApiSessions = 0; ///< of those, for long
    };

    explicit ProtectionCard(QWidget *parent = nullptr);

    void tell(const State &state);
    /// Whether anything is known that could be told.
    bool hasLines() const;

Q_SIGNALS:
    /// The person wants to do something about the second factor or the codes.
    void securityRequested();
    void apiSessionsRequested();
    void emailRequested();
    void phoneRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Mark { Good, Attention, Neutral };
    struct Line
    {
        QLabel *icon;
        QLabel *words;
        QPushButton *mend;
    };

    Line makeLine();
    void showFactors();
    QString soleProtection() const;
    void showContacts();
    void showSessions();
    /// Where nothing is to be mended there is no button.
    void show(const Line &line, Mark mark, const QString &words, const QString &mend = {});
    /// Words that stand alone have the room of the button, too.
    void spread(const Line &line, bool isAlone);
    void retranslate();

    State m_state;
    Card *m_card;
    QGridLayout *m_lines;
    Line m_factors;
    Line m_codes;
    Line m_email;
    Line m_phone;
    Line m_reviews;
    Line m_sessions;
    Line m_apiSessions;
};

} // namespace latchkey::ui

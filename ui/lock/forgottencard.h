#pragma once

#include "base/call.h"
#include "base/error.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class Card;

/// The only way in without the PIN: out of everything. Waits a while in which it can be taken back.
class ForgottenCard final : public QWidget
{
    Q_OBJECT

public:
    /// Signs out of everything and takes the lock away.
    using Forget = std::function<Call<Nothing>()>;

    explicit ForgottenCard(Forget forget, QWidget *parent = nullptr);

    /// As if nobody had asked for it.
    void leave();
    void focusFirst();

Q_SIGNALS:
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void begin();
    void tick();
    void carryOut();
    void retranslate();

    const Forget m_forget;
    QTimer m_second;
    std::chrono::seconds m_left{};
    bool m_isBusy = false;
    std::optional<Error> m_error;
    Card *m_card;
    QLabel *m_words;
    QPushButton *m_out;
    QPushButton *m_back;
};

} // namespace latchkey::ui

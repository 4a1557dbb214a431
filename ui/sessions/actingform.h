#pragma once

#include "kit/helderror.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class FormField;
class MessageBar;

/// Why somebody acts in an account that isn't theirs: its owner is told. Where the server tells
/// nobody, there is nothing to say. What was begun begins: from then on there is no way back.
class ActingForm final : public QWidget
{
    Q_OBJECT

public:
    /// Of those in rows several may be open at once, so Alt takes no letter in them.
    enum class Place { Alone, InRow };

    /// The clock outlives it.
    explicit ActingForm(Place place, const Clock &clock, QWidget *parent = nullptr);

    void setReasonTold(bool isReasonTold);
    void tell(bool isBeginning, bool isUsable);
    void setError(const std::optional<Error> &error);
    /// As before anything was typed.
    void clear();
    void focusFirst();
    bool isTyped() const;

Q_SIGNALS:
    /// Without a reason where nobody is told one.
    void beginRequested(const QString &reason);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void submit();
    void judge();
    void retranslate();

    QWidget *first() const;

    const Place m_place;
    HeldError m_error;
    bool m_isReasonTold = true;
    bool m_isBeginning = false;
    bool m_isUsable = true;
    bool m_wasSubmitted = false; ///< what is there now
    MessageBar *m_message;
    QLineEdit *m_reason;
    FormField *m_field;
    QPushButton *m_begin;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

#pragma once

#include "base/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class FormField;
class MessageBar;

/// Asks before what nobody can take back: it can be done once its name is typed.
class TypedConfirmation final : public QWidget
{
    Q_OBJECT

public:
    enum class Use {
        Offer,   ///< stands there for whoever wants it
        Warning, ///< before something is lost; one may leave it
    };

    explicit TypedConfirmation(Use use, QWidget *parent = nullptr);

    /// What becomes of it, and what the button says that does it.
    void setWords(const QString &what, const QString &act);
    /// To be typed, in small letters or large ones.
    void setName(const QString &name);
    void follow(bool isBusy, bool isUsable);
    void setError(const std::optional<Error> &error);
    /// Nothing is typed yet, and nothing went wrong.
    void begin();

Q_SIGNALS:
    void confirmed();
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    bool isNameTyped() const;
    void submit();
    void settle();
    void retranslate();

    const Use m_use;
    QString m_name;
    bool m_isBusy = false;
    bool m_isUsable = true;
    QLabel *m_what;
    MessageBar *m_message;
    QLineEdit *m_line;
    FormField *m_field;
    QPushButton *m_act;
    QPushButton *m_leave;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

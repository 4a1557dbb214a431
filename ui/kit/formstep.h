#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace latchkey::ui {

class BusyIndicator;

/// One step of a form: what is typed, and from there on or back.
class FormStep : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString label = {}; ///< with the hint: where there is one line
        QString hint = {};
        QString submit = {};
        QString back = {}; ///< empty where nothing lies behind it
    };

    virtual void setWords(const Words &words);
    /// Between what is typed and the buttons.
    void addOption(QWidget *option);
    /// `isLeavable`: nobody has to wait for what is asked.
    void setBusy(bool isBusy, bool isLeavable = false);
    /// The server wants to be left alone for a while.
    void setHeld(bool isHeld);
    virtual Secret secret() const = 0;
    /// It stands next to what is typed.
    virtual bool isAbout(const Error &error) const;
    virtual void setError(const std::optional<Error> &error) = 0;
    virtual void focusFirst() = 0;

Q_SIGNALS:
    void submitted();
    void backRequested();

protected:
    explicit FormStep(QWidget *parent);

    void build(std::initializer_list<QWidget *> body);
    void submit();
    void settle();
    virtual bool isComplete() const { return true; }
    virtual void setReadOnly(bool isReadOnly) = 0;

private:
    bool m_isBusy = false;
    bool m_isLeavable = false;
    bool m_isHeld = false;
    QVBoxLayout *m_options;
    QPushButton *m_submit;
    QPushButton *m_back;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

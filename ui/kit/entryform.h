#pragma once

#include "base/error.h"

#include <QWidget>

class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class MessageBar;

/// What is typed of one of a list: of a new one, or of one that is there.
class EntryForm : public QWidget
{
    Q_OBJECT

public:
    /// Empty, for a new one.
    virtual void begin() = 0;
    virtual bool isTyped() const = 0;
    void setBusy(bool isBusy);
    void setUsable(bool isUsable);
    /// Next to what it is about; else above all of it.
    virtual void showError(const Error &error);
    virtual void focusFirst() = 0;

Q_SIGNALS:
    void cancelled();

protected:
    explicit EntryForm(QWidget *parent);

    void build(std::initializer_list<QWidget *> body);
    /// As the button for it, where it can be pressed now.
    void submit();
    virtual void send() = 0;
    virtual void setReadOnly(bool isReadOnly) = 0;
    void settle();
    void hideFailure();
    virtual bool isNew() const = 0;
    /// Of forms for what is there several may be open at once, so they have no letters.
    QString lettered(const QString &words) const;
    void setWords(const QString &add);
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_isBusy = false;
    bool m_isUsable = true;
    MessageBar *m_failure;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

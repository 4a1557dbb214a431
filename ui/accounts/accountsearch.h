#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class FormField;

/// Where somebody is named who is looked for, and the way back to all.
class AccountSearch final : public QWidget
{
    Q_OBJECT

public:
    explicit AccountSearch(QWidget *parent = nullptr);

    void follow(bool isFinding, bool isNarrowed, bool isUsable);

Q_SIGNALS:
    void findRequested(const QString &typed);
    void allRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void submit();
    void leave();
    void retranslate();

    QLineEdit *m_line;
    FormField *m_field;
    QPushButton *m_find;
    QPushButton *m_all;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

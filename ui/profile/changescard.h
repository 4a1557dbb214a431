#pragma once

#include "account/profileeditor.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class Card;
class FormField;
class PasswordEdit;
class SubtleText;

/// What saving will change: before and after, and theirs where somebody else was faster.
class ChangesCard final : public QWidget
{
    Q_OBJECT

public:
    using Field = account::ProfileEditor::Field;
    using Side = account::ProfileEditor::Side;

    explicit ChangesCard(QWidget *parent = nullptr);

    void tell(const account::ProfileEditor &editor);
    /// What is typed beside the changes, where the server wants to see it with them.
    Secret password() const;
    void focusPassword();

Q_SIGNALS:
    void chosen(latchkey::account::ProfileEditor::Field field,
                latchkey::account::ProfileEditor::Side side);
    void saveRequested();
    void discardRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *label;
        QLabel *before;
        QLabel *mine;
        QLabel *theirs;
        QPushButton *keepMine;
        QPushButton *takeTheirs;
    };

    Row makeRow(Field field);
    void place(const Row &row, int line);
    static void show(const Row &row, const QString &before, const QString &mine,
                     const std::optional<QString> &theirs);
    QList<Row> rows() const { return {m_name, m_userName, m_email, m_language}; }
    static QString orNone(const QString &userName);
    void tellPassword(const account::ProfileEditor &editor);
    bool isChoosing() const;
    void retranslate();

    bool m_isConflict = false;
    Card *m_card;
    SubtleText *m_lead;
    QGridLayout *m_grid;
    QLabel *m_before;
    QLabel *m_mine;
    QLabel *m_theirs;
    Row m_name;
    Row m_userName;
    Row m_email;
    Row m_language;
    PasswordEdit *m_password;
    FormField *m_passwordField;
    QPushButton *m_save;
    QPushButton *m_discard;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

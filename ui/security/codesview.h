#pragma once

#include "security/codespaper.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace latchkey::ui {

class MessageBar;
class Printing;

/// Recovery codes, shown this once: to be printed, saved or copied, and then put away.
class CodesView final : public QWidget
{
    Q_OBJECT

public:
    /// It outlives the view.
    explicit CodesView(Printing &printing, QWidget *parent = nullptr);

    void setCodes(const QList<Secret> &codes, const codespaper::Heading &heading);
    /// They are no longer here.
    void clear();
    void focusFirst();

Q_SIGNALS:
    /// The person has them.
    void done();

protected:
    void changeEvent(QEvent *event) override;

private:
    void print();
    void save();
    void copy();
    void tell(const Result<Nothing> &saved, const QString &path);
    void retranslate();

    Printing &m_printing;
    QList<Secret> m_codes;
    codespaper::Heading m_heading;
    QLabel *m_why;
    QGridLayout *m_grid;
    QList<QLabel *> m_labels;
    MessageBar *m_message;
    QPushButton *m_print;
    QPushButton *m_save;
    QPushButton *m_copy;
    QCheckBox *m_have;
    QPushButton *m_done;
};

} // namespace latchkey::ui

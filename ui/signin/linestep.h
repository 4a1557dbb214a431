#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class FormField;

/// A step of a form that is one line.
class LineStep final : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString label;
        QString hint;
        QString submit;
        QString back; ///< empty where nothing lies behind it
    };

    explicit LineStep(QWidget *parent = nullptr);

    void setWords(const Words &words);
    void setText(const QString &text);
    QString text() const;
    QLineEdit *line() const { return m_line; }
    void setBusy(bool isBusy);
    void setHeld(bool isHeld);
    void setFieldError(const QString &words);
    void focusFirst();

Q_SIGNALS:
    void submitted(const QString &text);
    void backRequested();

private:
    void submit();
    void settle();

    bool m_isBusy = false;
    bool m_isHeld = false;
    QLineEdit *m_line;
    FormField *m_field;
    QPushButton *m_submit;
    QPushButton *m_back;
};

} // namespace latchkey::ui

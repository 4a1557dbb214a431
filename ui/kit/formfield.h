#pragma once

#include <QWidget>

class QLabel;

namespace latchkey::ui {

class IconMark;

/// A label, what is typed into, a hint below it, and the place where an error stands.
class FormField final : public QWidget
{
    Q_OBJECT

public:
    /// Takes the editor over.
    explicit FormField(QWidget *editor, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setHint(const QString &hint);
    /// Stands where the hint was, until it is cleared or the editor's text changes.
    void setError(const QString &error);
    void clearError() { setError({}); }
    bool hasError() const { return !m_errorText.isEmpty(); }
    QString error() const { return m_errorText; }
    QWidget *editor() const { return m_editor; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *typedInto() const;
    void showBelow();

    QWidget *m_editor;
    QLabel *m_label;
    IconMark *m_mark;
    QLabel *m_below;
    QString m_hint;
    QString m_errorText;
    bool m_isRestyling = false;
};

} // namespace latchkey::ui

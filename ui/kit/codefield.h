#pragma once

#include <QLineEdit>

namespace latchkey::ui {

/// One field for a six-digit code, drawn as six cells. Takes pasted codes with spaces and dashes,
/// and submits by itself once when it is full.
class CodeField final : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr int digits = 6;

    explicit CodeField(QWidget *parent = nullptr);

    QString code() const { return text(); }
    /// The code that stands there may be submitted again by Enter, e.g. after the network failed.
    void allowAgain() { m_isSubmitted = false; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void submitted(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF cell(int i) const;
    void clean(const QString &typed);
    void submitOnce();
    void retranslate();

    QString m_ownName;
    bool m_isSubmitted = false;
};

} // namespace latchkey::ui

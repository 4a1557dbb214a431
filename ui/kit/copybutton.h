#pragma once

#include "base/secret.h"

#include <QTimer>
#include <QToolButton>

#include <functional>

namespace latchkey::ui {

/// Copies a text, and says so.
class CopyButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit CopyButton(std::function<QString()> text, QWidget *parent = nullptr);
    /// What it copies does not stay on the clipboard.
    static CopyButton *ofSecret(const std::function<Secret()> &secret, QWidget *parent = nullptr);

Q_SIGNALS:
    void copied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void retranslate();

    std::function<void()> m_put;
    QTimer m_done;
};

} // namespace latchkey::ui

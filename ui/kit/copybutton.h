#pragma once

#include <QTimer>
#include <QToolButton>

#include <chrono>
#include <functional>

namespace latchkey::ui {

/// Copies a text. A secret leaves the clipboard again after 30 seconds, if it is still there.
class CopyButton final : public QToolButton
{
    Q_OBJECT

public:
    enum class Content { Plain, Secret };

    CopyButton(std::function<QString()> text, Content content, QWidget *parent = nullptr);

    /// How long a secret may stay in the clipboard.
    void setSecretLife(std::chrono::milliseconds life) { m_secretLife = life; }

Q_SIGNALS:
    void copied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void putSecret(const QString &text) const;
    void retranslate();

    std::function<QString()> m_text;
    Content m_content;
    std::chrono::milliseconds m_secretLife = std::chrono::seconds(30);
    QTimer m_done;
};

} // namespace latchkey::ui

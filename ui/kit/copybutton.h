#pragma once

#include <QToolButton>

#include <functional>

namespace latchkey::ui {

/// Copies a text. A secret leaves the clipboard again after 30 seconds, if it is still there.
class CopyButton final : public QToolButton
{
    Q_OBJECT

public:
    enum class Content { Plain, Secret };

    CopyButton(std::function<QString()> text, Content content, QWidget *parent = nullptr);

Q_SIGNALS:
    void copied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void retranslate();

    std::function<QString()> m_text;
    Content m_content;
};

} // namespace latchkey::ui

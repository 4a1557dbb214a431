#pragma once

#include <QCommandLinkButton>
#include <QHash>

namespace latchkey::ui {

/// A choice with an icon, a name and a description, on a surface of its own. Qt's own leaves no
/// room around the words and none between them.
class ChoiceButton final : public QCommandLinkButton
{
    Q_OBJECT

public:
    /// `drawing`: a name in kit's icon set.
    explicit ChoiceButton(const QString &drawing, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont titleFont() const;
    QRect wordsRect(const QRect &within) const;
    int measured(int width) const;

    const QString m_drawing;
    mutable QHash<int, int> m_heights; ///< by width, of these words in this font
    mutable QString m_measuredWords;
    mutable QFont m_measuredFont;
};

} // namespace latchkey::ui

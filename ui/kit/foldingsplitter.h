#pragma once

#include <QSplitter>

namespace latchkey::ui {

/// Two that stand side by side with a handle between them, or one below the other where there is no
/// room for that. Beside each other the first one takes what a change of the window gives.
class FoldingSplitter final : public QSplitter
{
    Q_OBJECT

public:
    struct Part
    {
        QWidget *widget;
        int narrowest; ///< how narrow it may become beside the other
    };

    FoldingSplitter(const Part &first, const Part &second, QWidget *parent = nullptr);

    bool isFolded() const { return orientation() == Qt::Vertical; }
    /// As narrow as the wider one: folded they fit.
    QSize minimumSizeHint() const override;

    /// How they share the room, both ways.
    QByteArray arrangement() const;
    void arrange(const QByteArray &arrangement);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fold(bool isBelow);
    void bound();

    const int m_narrowestFirst;
    const int m_narrowestSecond;
    QByteArray m_otherWay; ///< how they share the room as they don't stand now
};

} // namespace latchkey::ui

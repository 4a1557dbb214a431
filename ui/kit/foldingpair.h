#pragma once

#include <QLayout>

namespace latchkey::ui {

/// Two that stand side by side, or one below the other where there is no room for that.
class FoldingPair final : public QLayout
{
public:
    /// Who "is as it is" has the width that it wants, and the other one the rest.
    enum class Shares {
        Halves, ///< both are as tall as the taller one
        FirstAsItIs,
        SecondAsItIs, ///< and stands at half the height
        AsTheyAre
    };

    /// `narrowest` is how narrow any may become beside the other, where it is not as it is.
    FoldingPair(Shares shares, int narrowest, QWidget *parent = nullptr);
    ~FoldingPair() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    QSize sizeHint() const override;
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Where they stand, from the top left corner on; for as long as one reads from the left.
    QList<QRect> places(int width) const;
    QList<QRect> placesBeside(int width) const;
    QList<QRect> placesBelow(int width) const;
    QList<QLayoutItem *> shown() const;
    bool isFolded(int width) const;
    bool isAsItIs(qsizetype item) const;
    int leastWidth(qsizetype item) const;

    const Shares m_shares;
    const int m_narrowest;
    QList<QLayoutItem *> m_items;
};

} // namespace latchkey::ui

#pragma once

#include <QComboBox>

#include <functional>

namespace latchkey::ui {

/// A combo box whose words follow the language while its values stay. Does not change under a mouse
/// wheel that only wants to scroll the page.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    void addChoice(int value, std::function<QString()> words);
    void clearChoices();
    void choose(int value);
    int chosen() const { return currentData().toInt(); }

Q_SIGNALS:
    /// By the person, not by `choose`.
    void picked(int value);

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QList<std::function<QString()>> m_words;
};

} // namespace latchkey::ui

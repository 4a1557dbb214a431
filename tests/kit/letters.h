#pragma once

#include "kit/mnemonic.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMap>

namespace latchkey::test {

/// The letters that Alt takes on what is visible of a page.
class Letters
{
public:
    explicit Letters(const QWidget &page)
    {
        for (const auto *button : page.findChildren<QAbstractButton *>()) {
            if (button->isVisibleTo(&page))
                take(button->text());
        }
        for (const auto *label : page.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&page) && label->buddy())
                take(label->text());
        }
    }

    /// Those of one letter, or empty.
    const QString &twice() const { return m_twice; }
    qsizetype count() const { return m_taken.size(); }

private:
    void take(const QString &text)
    {
        const QChar letter = ui::mnemonicOf(text);
        if (letter.isNull())
            return;
        if (m_taken.contains(letter))
            m_twice = text + QStringLiteral(" and ") + m_taken.value(letter);
        m_taken.insert(letter, text);
    }

    QMap<QChar, QString> m_taken;
    QString m_twice;
};

} // namespace latchkey::test

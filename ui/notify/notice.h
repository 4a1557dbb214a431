#pragma once

#include <QList>
#include <QString>

namespace latchkey::ui {

/// Something that the desktop tells the person, wherever they are. Plain words: who shows them
/// makes sure that they stay words.
struct Notice
{
    struct Act
    {
        QString id;
        QString words;
    };

    QString key; ///< one with the same takes its place
    QString title;
    QString text;
    QList<Act> acts; ///< where the desktop has buttons
};

/// What is told when somebody clicks the notice itself.
inline constexpr auto openAct = "default";

} // namespace latchkey::ui

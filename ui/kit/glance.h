#pragma once

#include "base/error.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace latchkey::ui {

class BusyIndicator;
class MessageBar;

/// What somebody asked to see, in the place where they asked: on its way, in words, or why it is
/// not told.
class Glance final : public QWidget
{
    Q_OBJECT

public:
    explicit Glance(QWidget *parent = nullptr);

    /// Nothing yet.
    void begin();
    /// It is on its way no longer, or this came of it.
    void end(const std::optional<Error> &error);
    void setText(const QString &text);

private:
    MessageBar *m_failure;
    QLabel *m_words;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui

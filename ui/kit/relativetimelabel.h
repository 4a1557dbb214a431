#pragma once

#include "base/clock.h"

#include "kit/subtletext.h"

#include <optional>

namespace latchkey::ui {

/// "2 minutes ago", going on by itself, with the exact time on hover.
class RelativeTimeLabel final : public SubtleText
{
    Q_OBJECT

public:
    /// The clock outlives the label.
    explicit RelativeTimeLabel(const Clock &clock, QWidget *parent = nullptr);

    /// Nothing shows nothing.
    void setMoment(std::optional<Timestamp> moment);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    const Clock &m_clock;
    std::optional<Timestamp> m_moment;
};

} // namespace latchkey::ui

#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace latchkey::ui {

class BusyIndicator;

/// What a page shows while it has nothing yet: that something is on its way. Stays empty for the
/// first 300 ms, so that what is quick does not flicker.
class BusyState final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyState(QWidget *parent = nullptr);

    /// What is being done, in the caller's words.
    void setText(const QString &text);
    void setBusy(bool isBusy);
    bool isBusy() const { return m_isBusy; }
    /// Whether it can be seen already.
    bool isShown() const;

private:
    BusyIndicator *m_indicator;
    QLabel *m_text;
    QTimer m_delay;
    bool m_isBusy = false;
};

} // namespace latchkey::ui

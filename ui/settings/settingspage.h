#pragma once

#include "settings/settingsparts.h"

#include <QWidget>

class QVBoxLayout;

namespace latchkey::ui {

class PageHeader;

/// What the person sets for the whole program. Each change holds at once.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(const SettingsParts &parts, QWidget *parent = nullptr);

Q_SIGNALS:
    void addProfileRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PageHeader *m_header;
};

} // namespace latchkey::ui

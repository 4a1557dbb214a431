#pragma once

#include "settings/settingsparts.h"

#include <QWidget>

class QCheckBox;
class QPlainTextEdit;

namespace latchkey::ui {

class Card;
class SubtleText;

/// What the program knows of itself, to hand to whoever helps. What is shown is what is copied.
class DiagnosticsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosticsCard(const SettingsParts &parts, QWidget *parent = nullptr);

    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QList<DiagnosticLine> lines() const;
    void refresh();
    void retranslate();

    SettingsParts m_parts;
    Card *m_card;
    SubtleText *m_lead;
    QCheckBox *m_redact;
    QPlainTextEdit *m_text;
};

} // namespace latchkey::ui

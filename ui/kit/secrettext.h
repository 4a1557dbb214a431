#pragma once

#include "base/secret.h"

#include <QWidget>

class QLabel;

namespace latchkey::ui {

/// A secret to be typed elsewhere: in groups of four, to be selected, with a button that copies it
/// for a while.
class SecretText final : public QWidget
{
    Q_OBJECT

public:
    explicit SecretText(QWidget *parent = nullptr);

    void setSecret(const Secret &secret);
    /// What it is, for those who hear it.
    void setName(const QString &name);

    static QString inGroups(const Secret &secret);

private:
    Secret m_secret;
    QLabel *m_text;
};

} // namespace latchkey::ui

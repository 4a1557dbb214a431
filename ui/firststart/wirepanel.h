#pragma once

#include "account/connectflow.h"

#include <QWidget>

class QLabel;

namespace latchkey::ui {

class ChoiceBox;
class FormField;

/// Which account API a server speaks, where it does not say so itself; and in which version, where
/// there are several.
class WirePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit WirePanel(const QList<account::WireOffer> &offers, QWidget *parent = nullptr);

    /// `isKnown`: the API was found, and at most its version is to be chosen.
    void show(const account::WireChoice &wire, bool isKnown);
    bool hasVersions() const;
    /// Nothing until the person has chosen.
    std::optional<account::WireChoice> chosen() const;

Q_SIGNALS:
    void picked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void offerVersions();
    const account::WireOffer *offer() const;
    void retranslate();

    const QList<account::WireOffer> m_offers;
    QLabel *m_lead;
    ChoiceBox *m_wire;
    FormField *m_wireField;
    ChoiceBox *m_version;
    FormField *m_versionField;
};

} // namespace latchkey::ui

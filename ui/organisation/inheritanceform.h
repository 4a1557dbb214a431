#pragma once

#include "kit/entryform.h"
#include "organisation/inheritancewords.h"

class QCheckBox;

namespace latchkey::ui {

class SubtleText;

/// What a child takes from its parent.
class InheritanceForm final : public EntryForm
{
    Q_OBJECT

public:
    explicit InheritanceForm(QWidget *parent = nullptr);

    void begin() override { begin({}); }
    void begin(const api::Inheritance &inheritance);
    /// It changed elsewhere; what was ticked stays.
    void follow(const api::Inheritance &inheritance);
    bool isTyped() const override { return ticked() != m_inheritance; }
    void focusFirst() override;

Q_SIGNALS:
    void setRequested(const latchkey::api::Inheritance &wanted);

protected:
    void send() override;
    void setReadOnly(bool isReadOnly) override;
    bool isNew() const override { return false; }
    void retranslate() override;

private:
    api::Inheritance ticked() const;

    api::Inheritance m_inheritance;
    SubtleText *m_what;
    std::array<QCheckBox *, inheritancewords::parts.size()> m_boxes{}; ///< one for each part
};

} // namespace latchkey::ui

#pragma once

#include "api/providercard.h"
#include "kit/button.h"
#include "kit/keyedrows.h"

#include <QPushButton>

#include <functional>

namespace latchkey::ui {

/// A button for each identity provider.
class ProviderButtons final : public QWidget
{
    Q_OBJECT

public:
    /// `words`: what a button says, by the name of its provider.
    explicit ProviderButtons(std::function<QString(const QString &name)> words,
                             QWidget *parent = nullptr);

    void follow(const QList<api::ProviderCard> &providers, ButtonKind kind = ButtonKind::Plain);
    const QList<api::ProviderCard> &providers() const { return m_providers; }
    void setUsable(bool isUsable);
    void focusFirst() { focus(m_providers.isEmpty() ? api::ProviderId() : m_providers.first().id); }
    void focus(const api::ProviderId &id);

Q_SIGNALS:
    void chosen(const latchkey::api::ProviderCard &provider);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *make(const api::ProviderId &id);
    void tell();

    const std::function<QString(const QString &)> m_words;
    QWidget *m_start; ///< where Tab comes to them
    QList<api::ProviderCard> m_providers;
    ButtonKind m_kind = ButtonKind::Plain;
    bool m_isUsable = true;
    KeyedRows<api::ProviderId, QPushButton> m_buttons;
};

} // namespace latchkey::ui

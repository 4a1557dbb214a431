#pragma once

#include "api/organisations.h"

#include <QString>

/// What a child takes from its parent, in words for the parent.
namespace latchkey::ui::inheritancewords {

using Part = api::Inherited api::Inheritance::*;

/// Each that can be taken, in the order in which they are told.
inline constexpr std::array<Part, 5> parts{
    &api::Inheritance::externalAccounts, &api::Inheritance::fundingSource,
    &api::Inheritance::payoutSettings, &api::Inheritance::mainAccount,
    &api::Inheritance::financialSettings};

QString name(Part part);
/// All that is taken, or that nothing is.
QString taken(const api::Inheritance &inheritance);

} // namespace latchkey::ui::inheritancewords

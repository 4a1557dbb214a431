#pragma once

#include "api/credits.h"

/// Credits, tiers and what is counted, in words.
namespace latchkey::ui::creditwords {

/// Exact, as the person's language writes numbers.
QString amount(qint64 millionths);
/// With its sign: what came, or left.
QString movement(qint64 millionths);
/// What somebody typed, exactly, as their language writes numbers; nothing where it is no amount.
std::optional<qint64> millionths(const QString &typed);

QString tier(api::Tier tier);
/// What is counted. Empty where this program doesn't know it.
QString resource(api::Resource resource);
/// How much of it is used, of how much.
QString use(const api::Meter &meter);

} // namespace latchkey::ui::creditwords

#pragma once

#include "wire/fieldjson.h"

#include <QJsonArray>
#include <QJsonObject>

/// Values as JSON Schema (2020-12, as OpenAPI 3.1 has it), derived from the fields that they list.
namespace latchkey::wire {

QJsonObject schemaOf(const Shape &shape, const api::Limits &limits = {});
/// Of those fields that are wanted.
QJsonObject objectSchema(std::span<const FieldShape> fields, const Wanted &wanted = {});

QJsonArray namesIn(const Shape::NameAccess &access);

} // namespace latchkey::wire

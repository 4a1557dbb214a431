#pragma once

#include "wire/fieldjson.h"

namespace latchkey::wire {

/// Fields of a request that are not in the body as JSON are texts; these two turn them to and from
/// the types, by way of the same rules that the body has. Only a body holds more than a text.
QString toPlainText(const Shape &shape, const void *value);
Result<Nothing> fromPlainText(const QString &text, const FieldShape &field, void *owner);

} // namespace latchkey::wire

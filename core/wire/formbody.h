#pragma once

#include "base/httpmessage.h"
#include "base/jsonnode.h"

/// Forms as browsers send them, each as the object of texts that it says.
namespace latchkey::wire {

/// `multipart/form-data` or `application/x-www-form-urlencoded`.
bool hasForm(const HttpRequest &request);
/// Rejected where it can't be read, or says a name twice.
Result<JsonNode> formOf(const HttpRequest &request);

/// As `multipart/form-data`, of an object of texts.
void putForm(HttpRequest &request, const QByteArray &object);

} // namespace latchkey::wire

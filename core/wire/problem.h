#pragma once

#include "base/error.h"
#include "base/httpmessage.h"

/// Errors as RFC 9457 problem documents: `application/problem+json`.
namespace latchkey::wire {

int problemStatus(const Error &error);
HttpReply writeProblem(const Error &error);

/// Understands problem documents, and what stands between us and a server (a proxy's HTML page, an
/// empty body) by its status alone.
Error readProblem(const HttpReply &reply);

} // namespace latchkey::wire

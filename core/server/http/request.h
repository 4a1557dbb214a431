#pragma once

#include "server/http/parser.h"

namespace latchkey::server::http {

/// One request. Every view is valid only while the handler runs: copy what is kept longer.
struct Request
{
    const Head &head;
    std::string_view body;
    std::string_view peer; ///< IP address of the other side
    std::size_t loop;      ///< number of the thread that handles it
    std::size_t listener;  ///< which of `EngineConfig::listen` it came to
    bool isSecure;         ///< came over TLS

    std::string_view method() const { return head.method; }
    std::string_view path() const { return head.path; }
    std::string_view query() const { return head.query; }
    std::string_view field(std::string_view name) const { return head.field(name); }
};

} // namespace latchkey::server::http

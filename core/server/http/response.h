#pragma once

#include <string>
#include <string_view>

namespace latchkey::server::http {

/// An answer. `fields` holds further header lines as they go out, each ended by CRLF; whoever
/// writes them answers for their form. Date, Content-Length and Connection are added.
struct Response
{
    int status = 200;
    std::string contentType{};
    std::string fields{};
    std::string body{};
};

std::string_view reasonOf(int status);

enum class BodyForm : unsigned char { Whole, HeadOnly, Chunked, UntilClose };

/// Appends the answer to the output, in one piece.
void writeResponse(std::string &out, const Response &response, std::string_view date,
                   bool keepAlive, BodyForm form);

} // namespace latchkey::server::http

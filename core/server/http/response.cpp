#include "server/http/response.h"

#include <charconv>

namespace latchkey::server::http {

namespace {

void appendNumber(std::string &out, std::size_t number)
{
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

} // namespace

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

void writeResponse(std::string &out, const Response &response, std::string_view date,
                   bool keepAlive, BodyForm form)
{
    out.append("HTTP/1.1 ");
    appendNumber(out, static_cast<std::size_t>(response.status));
    out.append(1, ' ').append(reasonOf(response.status)).append("\r\nDate: ").append(date);
    if (!response.contentType.empty())
        out.append("\r\nContent-Type: ").append(response.contentType);
    if (form == BodyForm::Chunked) {
        out.append("\r\nTransfer-Encoding: chunked");
    } else if (form != BodyForm::UntilClose && response.status != 204) {
        out.append("\r\nContent-Length: ");
        appendNumber(out, response.body.size());
    }
    if (!keepAlive)
        out.append("\r\nConnection: close");
    out.append("\r\n").append(response.fields).append("\r\n");
    if (form == BodyForm::Whole && response.status != 204)
        out.append(response.body);
}

} // namespace latchkey::server::http

#pragma once

#include <span>
#include <string_view>

namespace latchkey::test {

/// One reader of bytes that strangers write, and what must hold of it whatever they write.
struct FuzzTarget
{
    std::string_view name; ///< also its folder in `corpus`
    void (*attempt)(std::string_view input);
};

void fuzzHead(std::string_view input);
void fuzzChunked(std::string_view input);
void fuzzJson(std::string_view input);
void fuzzEvents(std::string_view input);
void fuzzRequest(std::string_view input);
void fuzzReply(std::string_view input);
void fuzzForm(std::string_view input);
void fuzzProvider(std::string_view input);

std::span<const FuzzTarget> fuzzTargets();

} // namespace latchkey::test

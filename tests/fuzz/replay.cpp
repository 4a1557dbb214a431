#include "targets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace latchkey::test;

namespace {

std::vector<std::filesystem::path> filesIn(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string contents(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

/// Runs every input of every corpus once, and every beginning of it: what has been found stays
/// found, without a fuzzer. Says which input it is at, for that is where it may end.
int main()
{
    for (const FuzzTarget &target : fuzzTargets()) {
        const auto files = filesIn(std::filesystem::path(CORPUS) / target.name);
        for (const auto &file : files) {
            std::fprintf(stderr, "%s\n", file.c_str());
            const std::string input = contents(file);
            target.attempt(input);
            for (std::size_t size = 0; size < std::min<std::size_t>(input.size(), 400); ++size)
                target.attempt(std::string(input, 0, size));
        }
        if (files.empty()) {
            std::fprintf(stderr, "%s: the corpus is empty\n", target.name.data());
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}

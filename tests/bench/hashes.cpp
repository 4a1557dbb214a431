// argon2id as the server uses it, with nothing around it: hashes COUNT PASSWORD
// Prints milliseconds of processor time for one check.
#include "cputime.h"
#include "server/passwordhashing.h"

#include <cstdio>
#include <cstdlib>

using namespace latchkey;
using namespace latchkey::server;

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("hashes COUNT PASSWORD\n", stderr);
        return 2;
    }
    const int count = std::atoi(argv[1]);
    const Secret password{QByteArray(argv[2])};
    const auto hash = PasswordHashing::hash(password);
    if (!hash || count < 1)
        return 1;
    const auto begun = bench::cpuTime();
    for (int i = 0; i < count; ++i) {
        if (!PasswordHashing::matches(*hash, password).value_or(false))
            return 1;
    }
    const std::chrono::duration<double, std::milli> took = bench::cpuTime() - begun;
    std::printf("%.4f\n", took.count() / count);
    return 0;
}

#include "support/testrunner.h"

#include <QTest>

#include <string>
#include <vector>

namespace latchkey::test {

namespace {

auto &list()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> makers;
    return makers;
}

} // namespace

bool enlist(std::function<std::unique_ptr<QObject>()> make)
{
    list().push_back(std::move(make));
    return true;
}

int runAll(int argc, char **argv)
{
    // Qt Test's own handler of a crash is called by the next one again, without end.
    std::vector<char *> arguments(argv, argv + argc);
    std::string none = "-nocrashhandler";
    arguments.push_back(none.data());
    int failures = 0;
    for (const auto &make : list())
        failures += QTest::qExec(make().get(), int(arguments.size()), arguments.data());
    return failures;
}

} // namespace latchkey::test

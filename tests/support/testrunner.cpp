#include "support/testrunner.h"

#include <QTest>

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
    // A debugger that is called for a crash crashes the next time in what it asks: without end.
    qputenv("QTEST_DISABLE_STACK_DUMP", "1");
    int failures = 0;
    for (const auto &make : list())
        failures += QTest::qExec(make().get(), argc, argv);
    return failures;
}

} // namespace latchkey::test

#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace latchkey::test {

/// Puts a test class on the list of its program: `LATCHKEY_TEST(SecretTest)` at the end of its
/// file.
bool enlist(std::function<std::unique_ptr<QObject>()> make);

/// Runs every class that was enlisted; each gets the program's arguments.
int runAll(int argc, char **argv);

} // namespace latchkey::test

#define LATCHKEY_TEST(Class)                             \
    [[maybe_unused]] static const bool enlisted##Class = \
        latchkey::test::enlist([] { return std::make_unique<Class>(); });

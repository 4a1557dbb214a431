#include "foreignanswers.h"

#include "foreignrows.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<Breakage> brokenWhere(const QStringList &needed, const HttpReply &good)
{
    QList<Breakage> broken = everyBreakage(good.body);
    broken.removeIf([&](const Breakage &each) { return !needed.contains(each.field); });
    return broken;
}

} // namespace

Column foreignColumn(const ForeignWire &foreign)
{
    const auto written = [answers = foreign.answers,
                          refusal = foreign.refusal](const Row &row) -> std::optional<Written> {
        if (!row.isSuccess())
            return Written{{}, refusal(row)};
        const auto found = answers.constFind(row.title());
        return found == answers.cend() ? std::nullopt : std::optional(*found);
    };
    const Places shown = foreign.places(foreign.scene);
    return {.name = foreign.name,
            .wire = foreign.wire,
            .rows = foreign.rows,
            .scene = foreign.scene,
            .written = [written, shown](const Row &row) -> std::optional<Written> {
                const auto found = row.isSuccess() ? written(row) : std::nullopt;
                if (!found)
                    return std::nullopt;
                return Written{found->request, filled(found->reply, shown)};
            },
            .framed = [](const QByteArray &event) { return event; },
            .refusal = [refusal = foreign.refusal,
                        shown](const Row &row) { return filled(refusal(row), shown); },
            .faults =
                [written, places = foreign.places](const Row &row, const Scene &scene,
                                                   const HttpReply &said) {
                    const auto found = written(row);
                    return found ? compared(said, found->reply, places(scene))
                                 : QStringList{u"nothing is written of it"_s};
                },
            .broken =
                [needed = foreign.needed](const QByteArray &operation, const HttpReply &good) {
                    return brokenWhere(needed.value(operation), good);
                },
            .isOurServers = true,
            .mayBeMissing = foreign.mayBeMissing};
}

Place momentOf(const Scene &scene, std::chrono::milliseconds later)
{
    return {toRfc3339(scene.now + later).toUtf8()};
}

Places placesOf(const Scene &scene)
{
    return {{"userName", {userNameOf(scene).toUtf8()}},
            {"email", {scene.email.toUtf8()}},
            {"token", {scene.token ? scene.token->reveal() : QByteArray()}},
            {"helped", {scene.helped.text().toUtf8()}},
            {"now", momentOf(scene, 0ms)}};
}

} // namespace latchkey::test

#pragma once

#include "api/field.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/nothing.h"
#include "base/secret.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace latchkey::test {

/// Any value of the vocabulary with something in every field, different in each.
class Sampler
{
public:
    template <class T>
    T make(const api::Limits &limits = {})
    {
        T value{};
        fill(value, limits);
        return value;
    }

private:
    void fill(Nothing &, const api::Limits &) {}
    void fill(bool &value, const api::Limits &) { value = true; }
    void fill(qint64 &value, const api::Limits &limits)
    {
        value = std::clamp<qint64>(next(), limits.min, limits.max);
    }
    void fill(QString &value, const api::Limits &limits)
    {
        value = QStringLiteral("text %1 \"中\"")
                    .arg(next())
                    .leftJustified(limits.min, u'.')
                    .left(limits.max);
    }
    void fill(Secret &value, const api::Limits &limits)
    {
        value = Secret(QStringLiteral("%1 secret").arg(next()).left(limits.max));
    }
    void fill(Timestamp &value, const api::Limits &)
    {
        value = Timestamp(std::chrono::milliseconds(1'700'000'000'123 + next()));
    }
    template <class Tag>
    void fill(Id<Tag> &value, const api::Limits &)
    {
        value = Id<Tag>(QStringLiteral("id/%1 ?&").arg(next()));
    }
    template <class T>
    void fill(std::optional<T> &value, const api::Limits &limits)
    {
        value = make<T>(limits);
    }
    template <class T>
    void fill(QList<T> &value, const api::Limits &)
    {
        value = {make<T>(), make<T>()};
    }
    template <api::NamedEnum Enum>
    void fill(Enum &value, const api::Limits &)
    {
        value = namesOf(Enum()).back().value;
    }
    template <api::HasFields T>
    void fill(T &value, const api::Limits &)
    {
        T::fields()([&](const auto &...field) { (fill(value.*field.member, field.limits), ...); });
    }

    qint64 next() { return ++m_count; }

    qint64 m_count = 0;
};

} // namespace latchkey::test

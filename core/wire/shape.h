#pragma once

#include "api/field.h"
#include "api/operation.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/nothing.h"
#include "base/secret.h"

#include <QList>
#include <QMap>

#include <array>
#include <functional>
#include <span>
#include <tuple>

/// What there is to know of a type to write its values down and to read them back. Whoever does
/// that walks shapes, and is compiled once; of each type only its shape is.
namespace latchkey::wire {

struct Shape;

/// An object whose names are data, too.
using TextMap = QMap<QString, QString>;

/// A member of values of another type, its owner's, by the name that it has there.
struct FieldShape
{
    using Show = std::function<void(const void *member)>;
    using Fill = std::function<bool(void *member)>;

    const char *name;
    api::Limits limits;
    const Shape *shape; ///< of what it holds, if anything
    bool isOptional;
    const void *field; ///< as it is listed
    void (*tell)(const void *field, const void *owner, const Show &show);
    bool (*take)(const void *field, void *owner, const Fill &fill);

    /// What the owner holds there; not called where there is nothing.
    void show(const void *owner, const Show &member) const { tell(field, owner, member); }
    /// False where `member` says so, or where the owner takes no such thing.
    bool fill(void *owner, const Fill &member) const { return take(field, owner, member); }
};

/// Values are told by their addresses: whoever has a shape knows that they are of its type.
struct Shape
{
    enum class Kind : std::uint8_t {
        Nothing,
        Boolean,
        Integer,
        Number,
        Text,
        Secret,
        Moment,
        Id,
        Name,
        List,
        Texts, ///< an object whose names are data
        Object
    };
    static constexpr qsizetype unknown = -1;

    struct IdAccess
    {
        QString (*text)(const void *id);
        void (*setText)(void *id, const QString &text);
    };
    struct NameAccess
    {
        std::span<const char *const> all;
        bool grows; ///< there is a value for a name that is none of them
        qsizetype (*chosen)(const void *name);
        void (*choose)(void *name, qsizetype place);

        QLatin1StringView text(const void *value) const
        {
            const qsizetype place = chosen(value);
            return QLatin1StringView(place == unknown ? "unknown" : all[std::size_t(place)]);
        }
    };
    struct ListAccess
    {
        const Shape *items;
        qsizetype (*size)(const void *list);
        const void *(*at)(const void *list, qsizetype place);
        void (*clear)(void *list);
        void *(*append)(void *list); ///< another, to be filled
        void (*dropLast)(void *list);
    };
    struct ObjectAccess
    {
        std::span<const FieldShape> fields;
        void (*reset)(void *object);
    };

    Kind kind;
    IdAccess id = {};
    NameAccess name = {};
    ListAccess list = {};
    ObjectAccess object = {};
};

namespace detail {

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isList = false;
template <class T>
inline constexpr bool isList<QList<T>> = true;
template <class T>
inline constexpr bool isId = false;
template <class Tag>
inline constexpr bool isId<Id<Tag>> = true;

template <class T>
struct HeldBy
{
    using Type = T;
};
template <class T>
struct HeldBy<std::optional<T>>
{
    using Type = T;
};

} // namespace detail

template <class T>
constexpr Shape makeShape();

template <class T>
inline constexpr Shape shapeOf = makeShape<T>();

namespace detail {

/// What a field holds of a value. One of a wire's own tells it by a function: see wire/members.h.
template <class Owner, class Field>
decltype(auto) memberOf(const Owner &owner, const Field &field)
{
    if constexpr (requires { field.member; })
        return (owner.*field.member);
    else
        return field.tell(owner);
}

template <class Owner, class Field>
using MemberOf = std::remove_cvref_t<decltype(memberOf(std::declval<const Owner &>(),
                                                       std::declval<const Field &>()))>;

template <class Owner, class Field>
void tellMember(const void *field, const void *owner, const FieldShape::Show &show)
{
    const auto &member =
        memberOf(*static_cast<const Owner *>(owner), *static_cast<const Field *>(field));
    if constexpr (!isOptional<MemberOf<Owner, Field>>)
        show(&member);
    else if (member)
        show(&*member);
}

template <class Owner, class Field>
bool takeMember(const void *listed, void *to, const FieldShape::Fill &fill)
{
    const Field &field = *static_cast<const Field *>(listed);
    Owner &owner = *static_cast<Owner *>(to);
    using Member = MemberOf<Owner, Field>;
    if constexpr (!requires { field.member; }) {
        typename HeldBy<Member>::Type read{};
        return fill(&read) && field.take(owner, std::move(read));
    } else if constexpr (isOptional<Member>) {
        return fill(&(owner.*field.member).emplace());
    } else {
        return fill(&(owner.*field.member));
    }
}

/// Nothing is taken for a const owner.
template <class Owner, class Field>
constexpr FieldShape fieldShape(const Field &field)
{
    using Value = std::remove_const_t<Owner>;
    using Member = MemberOf<Value, Field>;
    FieldShape shape{.name = field.name,
                     .limits = field.limits,
                     .shape = &shapeOf<typename HeldBy<Member>::Type>,
                     .isOptional = isOptional<Member>,
                     .field = &field,
                     .tell = tellMember<Value, Field>,
                     .take = nullptr};
    if constexpr (!std::is_const_v<Owner>)
        shape.take = takeMember<Value, Field>;
    return shape;
}

template <class... Fields, class Visit>
constexpr auto apply(const std::tuple<Fields...> &fields, const Visit &visit)
{
    return std::apply(visit, fields);
}

template <class Fields, class Visit>
constexpr auto apply(const Fields &fields, const Visit &visit)
{
    return fields(visit);
}

} // namespace detail

/// Of fields that are listed, and live as long.
template <class Owner, class Fields>
constexpr auto fieldShapes(const Fields &fields)
{
    return detail::apply(fields, [](const auto &...each) {
        return std::array<FieldShape, sizeof...(each)>{detail::fieldShape<Owner>(each)...};
    });
}

namespace detail {

template <class T>
inline constexpr auto fieldsOf = T::fields();
template <class T>
inline constexpr auto fieldShapesOf = fieldShapes<T>(fieldsOf<T>);

template <class T>
constexpr Shape::IdAccess idAccess()
{
    return {[](const void *id) { return static_cast<const T *>(id)->text(); },
            [](void *id, const QString &text) { *static_cast<T *>(id) = T(text); }};
}

template <class Enum>
inline constexpr auto namedValues = namesOf(Enum());

template <class Enum>
inline constexpr auto namesIn = [] {
    std::array<const char *, namedValues<Enum>.size()> names{};
    for (std::size_t place = 0; place < names.size(); ++place)
        names[place] = namedValues<Enum>[place].text;
    return names;
}();

template <class Enum>
constexpr Shape::NameAccess nameAccess()
{
    return {namesIn<Enum>, api::GrowingEnum<Enum>,
            [](const void *name) {
                qsizetype place = 0;
                for (const auto &each : namedValues<Enum>) {
                    if (each.value == *static_cast<const Enum *>(name))
                        return place;
                    ++place;
                }
                return Shape::unknown;
            },
            [](void *name, qsizetype place) {
                auto &value = *static_cast<Enum *>(name);
                if (place != Shape::unknown)
                    value = namedValues<Enum>[std::size_t(place)].value;
                else if constexpr (api::GrowingEnum<Enum>)
                    value = Enum::Unknown;
            }};
}

template <class T>
constexpr Shape::ListAccess listAccess()
{
    using Item = typename T::value_type;
    return {&shapeOf<Item>,
            [](const void *list) { return static_cast<const T *>(list)->size(); },
            [](const void *list, qsizetype place) -> const void * {
                return &static_cast<const T *>(list)->at(place);
            },
            [](void *list) { static_cast<T *>(list)->clear(); },
            [](void *list) -> void * {
                auto &items = *static_cast<T *>(list);
                items.append(Item());
                return &items.last();
            },
            [](void *list) { static_cast<T *>(list)->removeLast(); }};
}

} // namespace detail

template <class T>
constexpr Shape makeShape()
{
    using Kind = Shape::Kind;
    if constexpr (std::same_as<T, Nothing>) {
        return {.kind = Kind::Nothing};
    } else if constexpr (std::same_as<T, bool>) {
        return {.kind = Kind::Boolean};
    } else if constexpr (std::same_as<T, qint64>) {
        return {.kind = Kind::Integer};
    } else if constexpr (std::same_as<T, double>) {
        return {.kind = Kind::Number};
    } else if constexpr (std::same_as<T, QString>) {
        return {.kind = Kind::Text};
    } else if constexpr (std::same_as<T, Secret>) {
        return {.kind = Kind::Secret};
    } else if constexpr (std::same_as<T, Timestamp>) {
        return {.kind = Kind::Moment};
    } else if constexpr (std::same_as<T, TextMap>) {
        return {.kind = Kind::Texts};
    } else if constexpr (detail::isId<T>) {
        return {.kind = Kind::Id, .id = detail::idAccess<T>()};
    } else if constexpr (api::NamedEnum<T>) {
        return {.kind = Kind::Name, .name = detail::nameAccess<T>()};
    } else if constexpr (detail::isList<T>) {
        return {.kind = Kind::List, .list = detail::listAccess<T>()};
    } else {
        static_assert(api::HasFields<T>, "a value on a wire lists its fields");
        return {.kind = Kind::Object, .object = {detail::fieldShapesOf<T>, [](void *object) {
                                                     *static_cast<T *>(object) = T();
                                                 }}};
    }
}

} // namespace latchkey::wire

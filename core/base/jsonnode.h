#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>
#include <utility>

namespace latchkey {

/// A place in a JSON document that has been read strictly (RFC 8259, UTF-8 checked, no duplicate
/// keys, and bounds, so that it costs no more than its bytes do). Each reading names the place when
/// it refuses: `sessions[3].label`. Copies are cheap and keep the document alive.
class JsonNode
{
public:
    static constexpr int maxDepth = 32;
    static constexpr int maxName = 256; ///< bytes
    static constexpr int maxValues = 100'000;

    /// One document, and nothing after it.
    static Result<JsonNode> parse(QByteArrayView bytes);

    const QString &path() const { return m_path; }
    bool isNull() const;

    Result<QString> text() const;
    Result<bool> boolean() const;
    Result<qint64> integer() const;
    Result<double> number() const;
    Result<QList<JsonNode>> items() const;
    Result<QList<std::pair<QString, JsonNode>>> members() const;

    /// The member of that name; refuses where it is missing.
    Result<JsonNode> member(const QString &name) const;
    /// The member of that name; nothing where it is missing or null.
    Result<std::optional<JsonNode>> optionalMember(const QString &name) const;
    /// Refuses where a member is not one of these names.
    Result<Nothing> onlyMembers(const QList<QString> &names) const;

    /// A refusal that names this place.
    Error refuse(const QString &code, const QString &detail) const;

private:
    struct Value;
    struct Member;
    struct Builder;
    using Array = std::vector<Value>;
    using Object = std::vector<Member>;

    JsonNode(std::shared_ptr<const Value> root, const Value *value, QString path);
    JsonNode at(const Value &value, const QString &path) const;

    template <class T>
    Result<const T *> as(const char *expected) const;

    std::shared_ptr<const Value> m_root;
    const Value *m_value = nullptr;
    QString m_path;
};

} // namespace latchkey

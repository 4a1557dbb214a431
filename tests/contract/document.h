#pragma once

#include "base/httpmessage.h"

#include <QJsonObject>
#include <QStringList>

namespace latchkey::test {

/// The account API as it is published. What it says is compared with what is really said, by a
/// reader of its own that shares nothing with the wire.
class Document
{
public:
    static const Document &published();

    QStringList operations() const { return m_operations.keys(); }
    /// Of what an operation answers when it succeeds; empty where it answers nothing.
    QJsonObject replySchema(const QString &operation) const;

    /// What is wrong with it; nothing where it is as documented.
    QStringList faultsOf(const QString &operation, const HttpRequest &request) const;
    QStringList faultsOf(const QString &operation, const HttpReply &reply) const;
    /// Of a reply whose body nobody has read.
    QStringList faultsOfHead(const QString &operation, const HttpReply &reply) const;
    /// Of one event of an operation that streams.
    QStringList faultsOfEvent(const QString &operation, const QByteArray &json) const;

private:
    struct Operation
    {
        QString method;
        QString path;
        QJsonObject about;
    };

    explicit Document(const QJsonObject &root);
    QJsonObject contentOf(const QString &operation, int status) const;
    QJsonObject resolved(const QJsonObject &schema) const;
    QStringList faultsOfBody(const QJsonObject &schema, const QByteArray &body) const;
    QStringList faultsOfParameters(const Operation &operation, const HttpRequest &request) const;
    void compare(const QJsonObject &schema, const QJsonValue &value, const QString &where,
                 QStringList &faults) const;
    void compareText(const QJsonObject &schema, const QString &text, const QString &where,
                     QStringList &faults) const;
    void compareObject(const QJsonObject &schema, const QJsonObject &object, const QString &where,
                       QStringList &faults) const;

    QJsonObject m_root;
    QMap<QString, Operation> m_operations;
};

} // namespace latchkey::test

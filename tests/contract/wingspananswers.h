#pragma once

#include "foreignanswers.h"

/// What is written on Wingspan's wire.
namespace latchkey::test::wingspan {

/// As its own servers sign them: without an end.
QByteArray token();

/// What is asked with the session, or with what is held instead.
HttpHeaders bearer(const QByteArray &held = token());
HttpRequest get(const QByteArray &path);
HttpRequest drop(const QByteArray &path);
HttpRequest post(const QByteArray &path, const QByteArray &body);
HttpRequest patch(const QByteArray &path, const QByteArray &body,
                  const HttpHeaders &headers = bearer());
HttpRequest publicly(HttpMethod method, const QByteArray &path, const QByteArray &body = {});

/// A session of `<helped>`, until then.
HttpReply session(const QByteArray &expiration = "<inTwoWeeks>",
                  const QByteArray &held = "<newToken>");

/// The account of `<helped>`, as its owner sees it.
QByteArray user(const QByteArray &tag = "<tag>");

/// What an account makes for programs, and gives to others.
void addMade(Answers &all);
/// What its members are needed for.
QHash<QByteArray, QStringList> needed();
/// What it says where it refuses.
HttpReply refusal(const Row &row);

} // namespace latchkey::test::wingspan

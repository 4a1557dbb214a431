#pragma once

#include "member.h"

#include <QJsonObject>
#include <QMetaType>

namespace latchkey::test {

/// How somebody signs up, signs in and edits on one of the wires, and what it says to them.
struct Spoken
{
    QByteArray name;
    QByteArray signUp;
    QByteArray signIn;
    QByteArray whoAmIPath;
    QByteArray change; ///< method and path, where there is such a thing
    QByteArray nameField;
    QByteArray emailField;
    QByteArray tokenField;
    QByteArray tokenHeader; ///< where it stands in no body
    QByteArray credential;  ///< header, and what stands before the token
    /// Else the former password stands beside the new one.
    bool changesAll = false;
    int weak = 400;
    QByteArray weakBody;
    QByteArray weakChangeBody;
    int wrong = 401;
    QByteArray wrongBody;
    QByteArray throttledBody; ///< else as a wrong password
    int late = 401;           ///< where the session should be proven again
    int ended = 401;
    bool beginsAtSignUp = true;
    bool asksForFreshness = true;
    bool hasUserNames = true; ///< from the start
    bool challenges = false;  ///< whoever has a second factor; else they are refused

    QByteArray body(const QByteArray &user, const QByteArray &password) const;
    Answer join(const Stand &stand, const QByteArray &user,
                const QByteArray &password = goodPassword) const;
    Answer enter(const Stand &stand, const QByteArray &user,
                 const QByteArray &password = goodPassword) const;
    QByteArray token(const Answer &answer) const;
    /// Of a session of whoever has just signed up.
    QByteArray begin(const Stand &stand, const QByteArray &user) const;
    Browser::Fields holding(const QByteArray &token) const;
    /// Another password, for whoever has that token.
    Answer changeTo(const Stand &stand, const QByteArray &user, const QByteArray &token,
                    const QByteArray &password) const;
    Answer whoAmI(const Stand &stand, const QByteArray &token) const;
};

extern const Spoken aurora;
extern const Spoken oneShot;
extern const Spoken mmdl;
extern const Spoken temporal;
extern const Spoken wingspan;

QList<Spoken> allSpoken();
/// The rows of a test of them all.
void eachWire();

namespace auroras {
inline const QByteArray malformed =
    "One or more API parameters are malformed. Please check your request and try again";
inline const QByteArray invalid = "Invalid username, password, or access token";
inline const QByteArray duplicate = "Username or email already in use";
} // namespace auroras

QByteArray refusedByAurora(const QByteArray &text);
QByteArray refusedByOneShot(const QByteArray &code);

/// Of a signed token, as whoever has it reads it.
QJsonObject partOf(const QByteArray &token, int part);
/// Of an object in a body.
QByteArray member(const QByteArray &name, const QByteArray &text);

} // namespace latchkey::test

Q_DECLARE_METATYPE(latchkey::test::Spoken)

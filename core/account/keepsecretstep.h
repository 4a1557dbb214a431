#pragma once

#include "account/secretkeeping.h"

namespace latchkey::account {

/// The last step of signing in or up: the token goes to the keychain. Where that does not work the
/// person is told and chooses; nothing is chosen for them.
class KeepSecretStep final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Trying,
        Choosing, ///< `error` says why; one of the three choices goes on
        Kept,
    };
    Q_ENUM(State)

    struct Live
    {
        KeepingPlace place = KeepingPlace::Keychain;
        Secret token;
    };

    explicit KeepSecretStep(SecretKeeping &keeping, QObject *parent = nullptr);

    State state() const { return m_state; }
    /// What went wrong last, also a wrong passphrase (field `passphrase`).
    const std::optional<Error> &error() const { return m_error; }
    /// Where it was kept in the end.
    KeepingPlace place() const { return m_place; }
    /// The file exists already: ask for its passphrase once, not for a new one twice.
    bool hasFile() const { return m_keeping.hasFile(); }
    bool isFileOpen() const { return m_keeping.isFileOpen(); }

    /// `live` is what is kept for that profile now and still good, and where.
    void start(const ProfileId &id, const Secret &token,
               KeepingPlace place = KeepingPlace::Keychain, const std::optional<Live> &live = {});
    void retry();
    void keepNothing();
    /// The passphrase is not looked at when the file is open already.
    void keepInFile(const Secret &passphrase);
    /// What was put somewhere is taken back; what was there before is there again.
    void reset();

Q_SIGNALS:
    void changed();
    void kept();

private:
    void put(KeepingPlace place);
    void choose(const Error &error);
    void setState(State state);

    SecretKeeping &m_keeping;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    KeepingPlace m_place = KeepingPlace::Keychain;
    KeepingPlace m_wanted = KeepingPlace::Keychain;
    ProfileId m_id;
    Secret m_token;
    std::optional<Live> m_live;
    int m_turn = 0; ///< an answer to an earlier try is no longer of interest
};

} // namespace latchkey::account

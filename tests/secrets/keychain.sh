#!/usr/bin/env bash
# The keychain store against a real Secret Service, and against none.
set -euo pipefail
probe=$(realpath "$1")

expect() { # what it is, what is wanted, what came
    [ "$2" = "$3" ] || { echo "FAIL: $1: expected '$2', got '$3'"; exit 1; }
    echo "ok: $1"
}

inside() {
    expect "nobody offers a keychain" keychainAbsent "$("$probe" read profile)"
    expect "nor can it be written to" keychainAbsent "$("$probe" write profile token)"
    /usr/bin/python3 - <<'END' &
from gi.repository import Gio, GLib
Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.secrets", 0, None, None, None)
GLib.MainLoop().run()
END
    broken=$!
    gdbus wait --session --timeout 10 org.freedesktop.secrets
    expect "one that is there and broken" keychainFailed "$("$probe" read profile)"
    kill "$broken"
    printf test | gnome-keyring-daemon --unlock --foreground --components=secrets >/dev/null 2>&1 &
    keyring=$!
    gdbus wait --session --timeout 10 org.freedesktop.secrets
    expect "nothing kept yet" secretNotFound "$("$probe" read profile)"
    expect "keep" done "$("$probe" write profile 'lks_tökén')"
    expect "read" 'lks_tökén' "$("$probe" read profile)"
    expect "secret-tool finds it" 'lks_tökén' "$(secret-tool lookup server Latchkey user profile)"
    expect "remove" done "$("$probe" remove profile)"
    expect "gone" secretNotFound "$("$probe" read profile)"
    expect "too late" keychainSlow "$("$probe" write-hastily profile token)"
    expect "is not kept after all" secretNotFound "$("$probe" read profile)"
    kill "$keyring"
}

if [ "${2:-}" = inside ]; then
    inside
    exit
fi

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
export HOME=$room XDG_DATA_HOME=$room/data XDG_CONFIG_HOME=$room/config XDG_CACHE_HOME=$room/cache
export XDG_RUNTIME_DIR=$room XDG_CURRENT_DESKTOP=GNOME
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS KDE_SESSION_VERSION
chmod 700 "$room"
# A session without the services that the system would start by itself.
mkdir -p "$room/services"
cat >"$room/session.conf" <<END
<busconfig><type>session</type><listen>unix:tmpdir=$room</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
END

expect "no session bus" keychainAbsent "$("$probe" read profile)"
dbus-run-session --config-file "$room/session.conf" -- "$0" "$probe" inside

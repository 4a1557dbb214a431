#include "commandline.h"

#include <algorithm>

namespace latchkey::app {

using namespace Qt::StringLiterals;

CommandLine CommandLine::parse(const QStringList &arguments)
{
    CommandLine line;
    for (const QString &argument : arguments) {
        if (argument == "--help"_L1 || argument == "-h"_L1)
            line.wantsHelp = true;
        else if (argument == "--version"_L1 && line.command.isEmpty())
            line.wantsVersion = true;
        else if (argument == "help"_L1 && line.isEmpty())
            line.wantsHelp = true;
        else if (line.isEmpty() && !argument.isEmpty() && !argument.startsWith(u'-'))
            line.command = argument;
        else
            line.arguments << argument;
    }
    return line;
}

QString helpText(const QString &command)
{
    if (command == "serve"_L1) {
        return uR"(latchkey serve: the account server, without a window

Usage: latchkey serve [options]

  --listen ADDRESS:PORT  where to listen; may be given more than once
                         (default 127.0.0.1:8080; port 0 takes a free one)
  --database FILE        where the accounts are kept
                         (default: latchkey.db in the user's data folder)
  --key-file FILE        the key that second factors are sealed with, made where the
                         database has none yet. Without it: LATCHKEY_KEY, systemd's
                         credential latchkey-key, or the database's name with .key
                         added. Keep a copy, and not beside the database's
  --name TEXT            what the server calls itself
  --config FILE          read these options from a file: one "name = value" a line;
                         (yes or no, where the option takes no value);
                         what stands on the command line counts more
  --tls-certificate FILE, --tls-key FILE
                         speak HTTPS; required to listen beyond this computer
  --insecure             listen beyond this computer without HTTPS, because something
                         in front of the server already speaks it
  --trusted-proxy IP[/BITS]
                         a proxy in front of the server, whose X-Forwarded-For and
                         X-Forwarded-Proto tell who asks; may be repeated. Without it
                         all its clients count as one address
  --host NAME            a name by which clients call this server; may be repeated
  --public-address URL   where browsers find it, e.g. https://accounts.example.org;
                         pages for signing in by an identity provider need it
  --provider-authorities FILE
                         who vouches for the certificates of identity providers (PEM),
                         instead of the system's
  --wires NAME,...       which other account APIs to speak, each under its name, e.g.
                         /oneshot: aurora, oneshot, mmdl, temporal, wingspan; or none.
                         Without it: all, as long as only this computer reaches the
                         server, and else none
  --wire NAME=ADDRESS:PORT
                         speak one of them alone at a port of its own, for clients that
                         take no path before theirs; may be repeated
  --mail-host NAME       send mail by this server; needs --mail-from
  --mail-port N          (default 587; 465 with tls, 25 with none)
  --mail-security KIND   starttls (default), tls or none
  --mail-user NAME, --mail-password-file FILE
                         sign in there; others must not be able to read the file
  --mail-from ADDRESS, --mail-name TEXT
                         whom the mail comes from (name: the server's)
  --mail-authorities FILE
                         who vouches for its certificate (PEM), instead of the system's
  --sms-url URL          send texts by this service; {to} and {text} in it or in the
                         body stand for the number and the text
  --sms-method KIND      post (default), put or get
  --sms-form KIND        how the body is written: urlencoded (default) or json
  --sms-body TEXT        (default: to={to}&text={text})
  --sms-header-file FILE "Name: value" a line, e.g. with a key to the service; others must
                         not be able to read the file
  --sms-timeout SECONDS  for its answer (default 30)
  --sms-authorities FILE as with mail
  --threads N            threads that answer requests (default 1)
  --closed               nobody can sign up but the first, with the set-up code, until an
                         administrator says otherwise
  --quiet                no line for each request

On an empty database it prints a one-time set-up code. Whoever signs up with it first becomes the
administrator; without it nobody can.
SIGINT, SIGTERM and SIGHUP end it in good order.
)"_s;
    }
    if (command == "sessions"_L1) {
        return uR"(latchkey sessions: where an account is signed in

Usage: latchkey sessions list [--json] [--all] [--profile NAME]
       latchkey sessions end ID... [--json] [--profile NAME]

  --json          machine-readable output
  --all           ended ones too
  --profile NAME  which profile, by name, e-mail or id, where there is more than one
  --passphrase-stdin
                  read the passphrase of the encrypted file, where the session is kept in
                  one, from the standard input; without it the terminal is asked

Sessions are ended one after the other. Where one can't be, the command stops there and has
printed those that were ended before.

For an account of the server on this computer the window need not be open.

Exit codes: 0 done, 1 failed (also a wrong passphrase), 2 misused, 3 not signed in or no passphrase
given, 4 unreachable, 5 not found, 6 not allowed (prove the session again in the window first).
)"_s;
    }
    if (command == "api-sessions"_L1) {
        return uR"(latchkey api-sessions: sessions for programs that use an account by themselves

Usage: latchkey api-sessions list [--json] [--all] [--profile NAME]
       latchkey api-sessions create DAYS LABEL... [--json] [--profile NAME]
       latchkey api-sessions rotate ID [--json] [--profile NAME]

  create  make one that ends after so many days, or, instead of a number, never; the labels say
          what uses it
  rotate  make a new secret for it; the one before stops working at once

Both print the secret, this once. With it a program asks as with any session's token:
"Authorization: Bearer SECRET". What is made so can't prove who somebody is: it changes no password
and no factor, ends no other session, and makes no other API session.
latchkey sessions end ID ends one.

  --json          machine-readable output
  --all           ended ones too
  --profile NAME  which profile, by name, e-mail or id, where there is more than one
  --passphrase-stdin
                  as with latchkey sessions

Exit codes: 0 done, 1 failed, 2 misused, 3 not signed in or no passphrase given, 4 unreachable,
5 not found, 6 not allowed (prove the session again in the window first).
)"_s;
    }
    if (command == "users"_L1) {
        return uR"(latchkey users: help people with their accounts

Usage: latchkey users find E-MAIL [--json] [--profile NAME]
       latchkey users reset E-MAIL [--json] [--profile NAME]
       latchkey users unlock E-MAIL [--json] [--profile NAME]

  find    show an account, whether it has to wait after failed tries, and the last reset
  reset   have a code sent to its owner, with which they set a new password; nobody else sees it
  unlock  let its owner try again at once

  --json          machine-readable output
  --profile NAME  as whom, by name, e-mail or id, where there is more than one profile
  --passphrase-stdin
                  as with latchkey sessions

For accounts whose role is support or administrator; support can't help administrators.

Exit codes: 0 done, 1 failed (also where the server sends no mail), 2 misused, 3 not signed in or
no passphrase given, 4 unreachable, 5 not found, 6 not allowed (or prove the session again in the
window first).
)"_s;
    }
    if (command == "audit"_L1) {
        return uR"(latchkey audit: proof of what was done on a server

Usage: latchkey audit verify [--database FILE] [--at ROW:HASH]

Says whether the audit chain of a database is whole; each row bears the hash of the one before it.
Works while the server runs and while it does not. It prints the place of the last row: kept
elsewhere and given as --at another day, it shows whether rows were taken from the end since, or the
chain was written anew.

Exit codes: 0 whole, 1 broken or unreadable, 2 misused.
)"_s;
    }
    return uR"(Latchkey: your accounts, and a server for them

Usage: latchkey                    open the window
       latchkey serve [options]    run the account server, without a window
       latchkey sessions list|end  see and end sessions from the shell
       latchkey api-sessions list|create|rotate
                                   sessions for programs
       latchkey users find|reset|unlock
                                   help people with their accounts
       latchkey audit verify       prove that the server's audit trail is whole
       latchkey openapi            print the description of the server's API

  --help     this text; after a command, that command's
  --version  the version

Exit codes: 0 done, 1 failed, 2 misused, 3 not signed in, 4 unreachable, 5 not found,
6 not allowed.
)"_s;
}

} // namespace latchkey::app

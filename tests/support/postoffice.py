#!/usr/bin/python3
"""A real SMTP server and a gateway for texts, which do as the test says.

    postoffice.py serve [--tls none|starttls|implicit] [--certificate F --key F] [--login USER:PASSWORD]
    postoffice.py parse        one mail a line, in base64

Writes a JSON object a line. A command is a line too, and is answered with {"event": "told"}:

    answer STEP WHAT    how the next ones are answered: at mail, rcpt, data, end, text;
                        by a code, `cut`, `hang` (for ever), or `well`
    close | open        stop listening for mail; listen again, at the same port
    login USER:PASSWORD whose login is right from now on
"""
import argparse
import asyncio
import base64
import email
import email.policy
import http.server
import json
import logging
import ssl
import sys
import threading
import warnings


def tell(**words):
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def read(raw):
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    parts = [part for part in mail.walk() if not part.is_multipart()]

    def text_of(kind):
        return next((part.get_content().replace("\r\n", "\n") for part in parts
                     if part.get_content_type() == kind), "")

    defects = [repr(defect) for part in mail.walk() for defect in part.defects]
    defects += [repr(defect) for header in mail.values() for defect in header.defects]
    return {
        "type": mail.get_content_type(),
        "parts": [part.get_content_type() for part in parts],
        "headers": {name: str(value) for name, value in mail.items()},
        "plain": text_of("text/plain"),
        "html": text_of("text/html"),
        "defects": defects,
        "longestLine": max(len(line) for line in raw.split(b"\n")),
        "isAscii": raw.isascii(),
    }


def parse():
    for line in sys.stdin.buffer:
        tell(**read(base64.b64decode(line)))


class Answers(dict):
    """What the test wants at each step."""

    async def at(self, step, server):
        what = self.get(step, "well")
        if what == "hang":
            tell(event="hangs", step=step)
            await asyncio.sleep(3600)
        if what == "cut":
            server.transport.abort()
            raise ConnectionResetError
        return None if what == "well" else f"{what} as the test said"


def serve(arguments):
    from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

    # Connections that break are tested, too.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", "Requiring AUTH while not")  # it doesn't know of its own TLS
    answers = Answers()
    context = None
    if arguments.tls != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(arguments.certificate, arguments.key)

    class Handler:
        async def handle_MAIL(self, server, session, envelope, address, options):
            if refusal := await answers.at("mail", server):
                return refusal
            envelope.mail_from = address
            return "250 OK"

        async def handle_RCPT(self, server, session, envelope, address, options):
            if refusal := await answers.at("rcpt", server):
                return refusal
            envelope.rcpt_tos.append(address)
            return "250 OK"

        async def handle_DATA(self, server, session, envelope):
            login = session.auth_data.login.decode() if session.authenticated else ""
            if answers.get("end", "well")[0] not in "45":
                tell(event="mail", tls=session.ssl is not None or arguments.tls == "implicit",
                     login=login, sender=envelope.mail_from, to=envelope.rcpt_tos,
                     **read(envelope.original_content))
            return await answers.at("end", server) or "250 OK"

    class Server(SMTP):
        async def smtp_DATA(self, arg):
            what = answers.get("data", "well")
            if what == "drown":  # in the middle: much was promised, and little is read
                await self.push("354 go on")
                await self._reader.readline()
                self.transport.abort()
                return
            if refusal := await answers.at("data", self):
                await self.push(refusal)
                return
            await super().smtp_DATA(arg)

    def authenticate(server, session, envelope, mechanism, auth_data):
        is_right = (isinstance(auth_data, LoginPassword) and
                    f"{auth_data.login.decode()}:{auth_data.password.decode()}" == arguments.login)
        if not is_right:
            tell(event="login refused")
        return AuthResult(success=is_right, handled=False, auth_data=auth_data)

    def smtp():
        return Server(Handler(), hostname="localhost", data_size_limit=2**26,
                      tls_context=context if arguments.tls == "starttls" else None,
                      require_starttls=arguments.tls == "starttls",
                      authenticator=authenticate if arguments.login else None,
                      auth_required=bool(arguments.login),
                      auth_require_tls=arguments.tls == "starttls")

    class Gateway(http.server.BaseHTTPRequestHandler):
        def answer(self):
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length).decode()
            what = answers.get("text", "well")
            tell(event="text", method=self.command, path=self.path, body=body,
                 headers={name.lower(): value for name, value in self.headers.items()})
            if what == "hang":
                threading.Event().wait()
            if what == "cut":
                self.close_connection = True
                return
            self.send_response(200 if what == "well" else int(what))
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST = do_PUT = answer

        def log_message(self, *words):
            pass

    async def main():
        loop = asyncio.get_running_loop()
        over_tls = context if arguments.tls == "implicit" else None
        listening = await loop.create_server(smtp, "127.0.0.1", 0, ssl=over_tls)
        port = listening.sockets[0].getsockname()[1]
        gateway = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
        gateway.daemon_threads = True
        threading.Thread(target=gateway.serve_forever, daemon=True).start()
        tell(event="ready", port=port, gateway=gateway.server_port)
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            command, *rest = line.split()
            if command == "answer":
                answers[rest[0]] = rest[1]
            elif command == "login":
                arguments.login = rest[0]
            elif command == "close":
                listening.close()
                await listening.wait_closed()
            elif command == "open":
                listening = await loop.create_server(smtp, "127.0.0.1", port, ssl=over_tls,
                                                     reuse_address=True)
            tell(event="told")

    asyncio.run(main())


def read_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["serve", "parse"])
    parser.add_argument("--tls", default="none")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--login")
    return parser.parse_args()


if __name__ == "__main__":
    given = read_arguments()
    parse() if given.what == "parse" else serve(given)

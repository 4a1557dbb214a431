"""Whether a secret lies in a file, however it is written there."""

import base64
import pathlib
import re
import subprocess


def readable(file):
    """What `strings` finds in it, as bytes and as Qt has text."""
    def strings(encoding):
        return subprocess.run(["strings", "-a", "-n", "6", "-e", encoding, file], check=True,
                              capture_output=True).stdout.decode(errors="replace")
    return strings("S") + strings("l")


def spellings(secret):
    """As it is, without what parts it, and as mails and headers carry it."""
    yield secret
    yield secret.replace("-", "")
    yield secret.partition("lks_")[2] or secret.partition("lk_")[2] or secret
    for begins_at in range(3):  # of three bytes that make four letters
        encoded = base64.b64encode(b"\0" * begins_at + secret.encode()).decode()
        yield encoded[4 if begins_at else 0:].rstrip("=")[:-1]


def raw_of(secret):
    """What an authenticator's secret stands for."""
    if not re.fullmatch("[A-Z2-7]{32}", secret):
        return []
    return [base64.b32decode(secret)]


def found_in(folder, secrets, but=()):
    """Which of these stand where; nothing is looked for in files whose name ends like that."""
    found = []
    files = [file for file in pathlib.Path(folder).rglob("*")
             if file.is_file() and not file.name.endswith(tuple(but))]
    for file in files:
        text, raw = readable(file), file.read_bytes()
        for secret in secrets:
            if any(is_in(text, spelling) for spelling in spellings(secret)) or \
                    any(key in raw or is_in(text.lower(), key.hex()) for key in raw_of(secret)):
                found.append((file.name, secret))
    return found, [file.name for file in files]


def is_in(text, secret):
    """Six digits may be a part of some longer number, or how long a request took."""
    if secret.isdigit():
        return re.search(rf'(?<!\d)(?<!"us":){secret}(?!\d)', text) is not None
    return len(secret) >= 6 and secret in text

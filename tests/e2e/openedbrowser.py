"""The browser that the desktop opens addresses with, and somebody in front of it."""

import os

from desktop import until


class OpenedBrowser:
    def __init__(self, node, folder):
        self._who, self._ended = folder / "who", folder / "ended"
        opener = folder / "xdg-open"
        opener.write_text(f'#!/bin/sh\nread -r who <"{self._who}"\n'
                          f'exec node "{node}/browser.js" "$1" $who >>"{self._ended}" 2>&1\n')
        opener.chmod(0o755)
        os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"

    def is_used_by(self, login):
        """From now on; nobody turns back at the provider's page."""
        self._who.write_text(login + "\n")
        self._ended.write_text("")

    def page(self):
        """Where it ended."""
        return until("the browser to end", self._ended.read_text)

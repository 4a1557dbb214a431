"""The real program by the keyboard alone, in either language: Tab until the thing has the focus, then
the key that it answers to. What can't be reached so is not there."""

import re
import subprocess
import xml.etree.ElementTree as xml
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from desktop import NotThere, Program, is_enabled, is_showing  # noqa: E402

CATALOGUES = Path(__file__).parents[2] / "translations"
STOPS = 90  # on the longest page, and some
PAUSE = 150  # ms in which a focus that moves is told of


def keys(*names):
    subprocess.run(["xdotool", "key", "--delay", "50", *names], check=True)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "25", text], check=True)


def plain(words):
    """Without the letter to reach it by."""
    return re.sub(r"\(&?[A-Z0-9]\)", "", words).replace("&&", "\0").replace("&", "").replace("\0", "&")


def messages(catalogue):
    """What is said in English, without a number, and how it is said there."""
    for message in xml.parse(CATALOGUES / catalogue).iter("message"):
        translation = message.find("translation")
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        yield plain(message.find("source").text), [plain(form) for form in forms if form]


class Tongue:
    """The words of a language, by the English ones of the sources or by how those begin."""

    def __init__(self, language):
        self._words = {}
        for english, forms in messages("latchkey_zh_CN.ts"):
            self._words.setdefault(english, []).extend([english] if language == "en" else forms)
        if language == "en":
            for english, forms in messages("latchkey_en.ts"):
                self._words[english] += forms

    def words(self, english):
        """All, for one word has several where it is about several things."""
        if english in self._words:
            return self._words[english]
        sources = [source for source in self._words if source.startswith(english)]
        assert len(sources) == 1, (english, sources)
        return self._words[sources[0]]

    def __call__(self, english, *said):
        """Whether a name says that, and that of it; what is not said may be anything."""
        patterns = [self._pattern(words, said) for words in self.words(english)]
        return lambda name: any(pattern.fullmatch(plain(name)) for pattern in patterns)

    @staticmethod
    def _pattern(words, said):
        pattern = re.escape(words).replace(r"\(s\)", "s?")
        for place, what in enumerate(said, 1):
            pattern = pattern.replace(f"%{place}", re.escape(what))
        return re.compile(re.sub("%L?[0-9n]", ".*", pattern), re.S)


class Hands(Program):
    def __init__(self, language, *arguments, **environment):
        self.say = Tongue(language)
        self._focus = None
        self._listener = Atspi.EventListener.new(self._take)
        self._listener.register("object:state-changed:focused")
        super().__init__(*arguments, **environment)

    def _take(self, event):
        if event.detail1 and event.source.get_process_id() == self.process.pid:
            self._focus = event.source

    def focus(self):
        """What has it, by the last that was told."""
        context = GLib.MainContext.default()
        until = GLib.get_monotonic_time() + PAUSE * 1000
        while GLib.get_monotonic_time() < until:
            if not context.iteration(False):
                GLib.usleep(2_000)
        return self._focus

    def reach(self, english, *said):
        """Each Tab once around, and no further."""
        self.see(english, *said)
        wanted, stops = self.say(english, *said), []
        for _ in range(STOPS):
            node = self.focus()
            try:
                name = (node.get_name() or "") if node else ""
                if node and wanted(name) and is_showing(node) and is_enabled(node):
                    return node
                stops.append(f"{node.get_role_name()} {name!r}" if node else "nothing")
            except GLib.Error:
                self._focus = None  # it is gone
            keys("Tab")
        raise NotThere(f"no Tab leads to {english!r}, only to " + ", ".join(dict.fromkeys(stops)))

    def push(self, english, *said):
        self.reach(english, *said)
        keys("space")

    def choose_from(self, opener, wanted):
        """From the menu of a button, what a name says."""
        self.push(opener)
        self._walk_down_to(wanted, opener)
        keys("Return")

    def _walk_down_to(self, wanted, where):
        for _ in range(20):
            node = self.focus()
            if node and wanted(node.get_name() or ""):
                return
            keys("Down")
        raise NotThere(f"not to be walked down to in {where!r}")

    def enter(self, english, text):
        self.reach(english)
        keys("ctrl+a")
        write(text)

    def go_to(self, english):
        """A page has a number, by its place, as far as there are digits."""
        wanted = self.say(english)
        pages = [node.get_name() for node in self.all() if node.get_role_name() == "radio button"
                 and is_showing(node) and not self.say("Settings")(node.get_name())]
        place = [wanted(name) for name in pages].index(True) + 1
        if place <= 9:
            keys(f"ctrl+{place}")
            return
        keys("ctrl+1", "F6")
        self._walk_down_to(wanted, "the sidebar")
        keys("space", "F6")

    def see(self, english, *said, patience=20):
        try:
            return self.wait(self.say(english, *said), patience=patience)
        except NotThere:
            raise NotThere(f"no {english!r}, only " + "; ".join(self.texts())) from None

"""What is on the clipboard of the display, for whoever asks."""

import subprocess

XCLIP = ["xclip", "-selection", "clipboard"]


def copied():
    """Nothing where nothing is."""
    return subprocess.run([*XCLIP, "-o"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True).stdout


def copy(text):
    # It stays to be asked, and must not hold what we read from.
    subprocess.run([*XCLIP, "-i"], input=text, text=True, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)

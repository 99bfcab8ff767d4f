"""Commands of invoke: each takes its arguments, calls one function and says what came of it."""

from pathlib import Path

from plugins.language.messages import Message, catalog
from plugins.release.command_line import invoke_arguments, spoken_language

ROOT = Path(__file__).parents[1]
LANG = spoken_language(invoke_arguments())
_ = catalog(LANG).gettext


def say(text: Message) -> None:
    """A sentence on the terminal."""
    print(text.in_language(LANG))


def settings_file(publish: bool) -> Path:
    """The settings of a local or of a publishing build."""
    return ROOT / ("publishconf.py" if publish else "pelicanconf.py")

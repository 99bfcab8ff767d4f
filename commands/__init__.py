"""Commands of invoke: each takes its arguments, calls one function and says what came of it."""

import sys
from pathlib import Path

from plugins.language.messages import Message, catalog
from plugins.release.command_line import invoke_arguments, spoken_language, with_files


def _project() -> Path:
    """The folder of tasks.py, which names these commands."""
    tasks = sys.modules.get("tasks")
    return Path((tasks and tasks.__file__) or Path(__file__).parent).resolve().parent


ROOT = _project()
LANG = spoken_language(with_files(invoke_arguments(), "funnel"))
_ = catalog(LANG).gettext


def say(text: Message) -> None:
    """A sentence on the terminal."""
    print(text.in_language(LANG))


def settings_file(publish: bool) -> Path:
    """The settings of a local or of a publishing build."""
    return ROOT / ("publishconf.py" if publish else "pelicanconf.py")

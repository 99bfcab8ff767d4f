"""Commands of invoke in the reader's language, with errors as sentences."""

import os
from collections.abc import Callable
from functools import wraps
from typing import Any

from invoke.main import program
from invoke.tasks import task

from plugins.language.messages import catalog_languages, message, reader_language, verbatim
from plugins.language.problems import Problem, ProblemsFound, expected

Command = Callable[..., None]


def spoken_language(arguments: list[str]) -> str:
    """Take `--lang` out of the arguments; without it the locale decides, else English."""
    for at, argument in enumerate(arguments):
        if argument == "--lang" or argument.startswith("--lang="):
            said = argument.partition("=")[2] or "".join(arguments[at + 1 : at + 2])
            del arguments[at : at + (1 if "=" in argument else 2)]
            os.environ["LANGUAGE"] = said
            if said not in catalog_languages():
                known = message("one of %(names)s", names=", ".join(catalog_languages()))
                raise ProblemsFound([Problem("--lang", 0, "", expected(known, f"'{said}'"))])
            break
    return reader_language()


def invoke_arguments() -> list[str]:
    """What invoke has not read yet. Its own --list takes a following --lang for its value."""
    if not hasattr(program, "core"):
        return []
    listing, rest = program.args["list"], program.core.unparsed
    if str(listing.value).startswith("--lang"):
        rest.insert(0, str(listing.value))
        listing.set_value(True, cast=False)
    return rest


def with_files(arguments: list[str], name: str) -> list[str]:
    """`name A B --x` becomes `name --files A<line end>B --x`: invoke itself takes no lists."""
    if name in arguments:
        first = arguments.index(name) + 1
        rest = (at for at in range(first, len(arguments)) if arguments[at].startswith("-"))
        last = next(rest, len(arguments))
        if files := arguments[first:last]:
            arguments[first:last] = ["--files", "\n".join(files)]
    return arguments


def command(purpose: str, /, **arguments: str) -> Callable[[Command], Command]:
    """A task with its help, which is in the reader's language already.

    Every command takes `--lang`; what the system refuses it is told as a problem of the file.
    """
    of_language = message("language of messages: ru or en").in_language(reader_language())
    help_of_all = {**arguments, "lang": of_language}

    def made(body: Command) -> Command:
        @wraps(body)
        def told(*given: Any, **named: Any) -> None:
            try:
                body(*given, **named)
            except OSError as error:
                raise ProblemsFound([unreachable(error)]) from None

        told.__doc__ = purpose
        return task(told, help=help_of_all)

    return made


def unreachable(error: OSError) -> Problem:
    """What the system refused, as a problem of the file."""
    return Problem(str(error.filename or "invoke"), 0, "", verbatim(error.strerror or str(error)))

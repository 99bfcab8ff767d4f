"""Asking the published site for what visitors get, again after pauses: storages and CDNs lag."""

import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.discovery.indexnow import whole_url
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Problem, ProblemsFound
from plugins.release.record import read_bytes, write_whole
from plugins.release.targets import Digests
from plugins.release.verification import Expected, advice, checks, questions
from plugins.release.web import Answer, Web

VERIFIED = "verified.json"
_SITEMAP_BYTES = 60_000_000
_BROWSER = "gzip, br"
# Where nobody answers so many times, nobody will
_IN_VAIN = 2


@dataclass(frozen=True)
class VerifySettings:
    """How many pages are asked for, and the pauses in seconds before what is wrong is asked again.

    Storages show a file at once; a CDN may keep the old one as long as its Cache-Control says,
    five minutes for pages.
    """

    most: int = 100
    pauses: tuple[float, ...] = (2, 10, 30, 60, 120, 120)
    at_once: int = 8


@dataclass(frozen=True)
class Verdict:
    """What is wrong, what is to be told besides, and how many addresses were asked for."""

    problems: tuple[Problem, ...]
    told: tuple[Message, ...]
    asked: int


def verify(
    expected: Expected,
    memory: Path,
    web: Web,
    sleep: Callable[[float], None],
    settings: VerifySettings = VerifySettings(),
) -> tuple[Message, ...]:
    """Verify what changed since the last time and remember it; gives what is to be said of it.

    `memory` is the folder `state/`. Raises ProblemsFound where visitors do not get it, or where
    nobody answers: then the next run verifies again.
    """
    verdict = verdict_of(expected, remembered(memory / VERIFIED), web, sleep, settings)
    if verdict.problems:
        raise ProblemsFound(verdict.problems)
    write_whole(memory / VERIFIED, json.dumps(dict(expected.files), sort_keys=True).encode())
    asked = counted(
        "visitors get what was published: %(count)s address looked at",
        "visitors get what was published: %(count)s addresses looked at",
        verdict.asked,
    )
    return (asked, *verdict.told)


def verdict_of(
    expected: Expected,
    verified: Digests,
    web: Web,
    sleep: Callable[[float], None],
    settings: VerifySettings = VerifySettings(),
) -> Verdict:
    """Ask, and ask again for what is wrong after each pause, until nothing is or pauses end."""
    asked = questions(expected, verified, settings.most)
    ask = replace(web, most_bytes=_SITEMAP_BYTES, encodings=_BROWSER).get
    answers = _answers(expected, asked, ask, settings.at_once)
    for tries, pause in enumerate(settings.pauses, 1):
        wrong = [p.file for p in checks(expected, answers)]
        if not wrong or (tries > _IN_VAIN and _unreachable(expected, answers)):
            break
        sleep(pause)
        again = [path for path in asked if whole_url(expected.address, path) in wrong]
        again += [path for path in asked if path.endswith(".xml") and path not in again]
        answers |= _answers(expected, again, ask, settings.at_once)
    return Verdict(
        _unreachable(expected, answers) or tuple(checks(expected, answers)),
        tuple(advice(expected, answers)),
        len(asked),
    )


def remembered(file: Path) -> Digests:
    """What was verified last; nothing where the file is missing or broken: all is asked again."""
    try:
        said = json.loads(read_bytes(file) or b"{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _answers(
    expected: Expected, paths: Iterable[str], ask: Callable[[str], Answer], at_once: int
) -> dict[str, Answer]:
    asked = tuple(paths)
    urls = (whole_url(expected.address, path) for path in asked)
    with ThreadPoolExecutor(at_once) as pool:
        return dict(zip(asked, pool.map(ask, urls), strict=True))


def _unreachable(expected: Expected, answers: Mapping[str, Answer]) -> tuple[Problem, ...]:
    """Where nobody answered at all: one problem, not one for each page."""
    failures = [answer.failure for answer in answers.values()]
    if not failures or failures[0] is None or None in failures:
        return ()
    why = message(
        "the site cannot be asked from here (%(why)s): what visitors get is not verified; the next "
        "run does it",
        why=failures[0],
    )
    return (Problem(expected.address, 0, "", why),)

"""Engines are told of a release: of what is new, changed or gone, and never without a person's key.

What an engine knows may be lost with the machine. Then what stood there before this release
counts as known: only the news are sent.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound
from plugins.release.indexnow import Clock
from plugins.release.planning import News
from plugins.release.published import Published
from plugins.release.state import PUBLISHED, record_published, remember, remembered
from plugins.release.telling import Job, job_of
from plugins.release.telling_rules import refusals
from plugins.release.telling_run import REAL, Wish, tell
from plugins.release.web import Web


def engines_told(
    settings: Mapping[str, Any],
    state: Path,
    output: Path,
    news: News,
    way: tuple[Web | None, Clock] = (None, REAL),
) -> Iterator[Message]:
    """Send what changed; raises ProblemsFound if not all of it was accepted."""
    job = job_of(settings, state)
    record_published(state / PUBLISHED, output, job.address)
    if found := list(refusals(job.address, job.key, job.engines, example=job.example)):
        why = "; ".join(dict.fromkeys(problem.place or problem.file for problem in found))
        yield message("engines are not told of anything: see %(why)s", why=why)
        return
    _begin(job, news)
    lines: list[Message] = []
    try:
        code = tell(job, Wish(), lines.append, *way)
    finally:
        yield from lines
    if code:
        raise ProblemsFound([Problem("IndexNow", 0, "", _LEFT)])


def _begin(job: Job, news: News) -> None:
    """What engines whose memory is lost know: all but the news; of a new site everything."""
    now = remembered(job.folder / PUBLISHED)
    assert isinstance(now, Published)
    fresh = (
        () if news.first else tuple(f"/{page.removesuffix('index.html')}" for page in news.pages)
    )
    pages = {url: digest for url, digest in now.pages.items() if url not in fresh}
    for engine in job.engines:
        if isinstance(remembered(job.file(engine)), Message):
            remember(job.file(engine), Published(job.address, pages))


_LEFT = message("not every engine has taken everything; the next run sends the rest")

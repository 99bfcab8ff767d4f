"""What `invoke keywords` says in the terminal."""

from collections.abc import Iterator, Sequence

from plugins.audit import Finding
from plugins.keywords.study import Study
from plugins.language.messages import counted, message

MOST_PROBLEMS = 20


def told(studies: Sequence[Study], findings: Sequence[Finding], lang: str) -> Iterator[str]:
    """What is wrong with each map and what is in it, then how many findings there are."""
    for study in studies:
        problems = study.map.problems
        yield from (problem.in_language(lang) for problem in problems[:MOST_PROBLEMS])
        if len(problems) > MOST_PROBLEMS:
            yield message("… and %(n)s more", n=len(problems) - MOST_PROBLEMS).in_language(lang)
        gaps = sum(not group.documents for group in study.groups)
        yield message(
            "%(file)s: %(phrases)s in %(groups)s, %(gaps)s",
            file=study.file,
            phrases=counted("%(count)s phrase", "%(count)s phrases", len(study.map.phrases)),
            groups=counted("%(count)s group", "%(count)s groups", len(study.groups)),
            gaps=counted("%(count)s gap", "%(count)s gaps", gaps),
        ).in_language(lang)
    yield counted("%(count)s finding", "%(count)s findings", len(findings)).in_language(lang)

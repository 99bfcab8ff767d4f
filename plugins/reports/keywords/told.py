"""What `invoke keywords` says in the terminal."""

from collections.abc import Iterator, Sequence

from plugins.audit import Finding
from plugins.keywords.study import Study
from plugins.language.messages import Message, counted, message


def told(studies: Sequence[Study], findings: Sequence[Finding]) -> Iterator[Message]:
    """A line for each map, and how many findings there are."""
    for study in studies:
        gaps = sum(not group.documents for group in study.groups)
        yield message(
            "%(file)s: %(phrases)s in %(groups)s, %(gaps)s",
            file=study.file,
            phrases=counted("%(count)s phrase", "%(count)s phrases", len(study.map.phrases)),
            groups=counted("%(count)s group", "%(count)s groups", len(study.groups)),
            gaps=counted("%(count)s gap", "%(count)s gaps", gaps),
        )
    yield counted("%(count)s finding", "%(count)s findings", len(findings))

"""keywords-file: a row of the relevance map that cannot be read as meant.

Whatever is right in the file works all the same. A language without any map is
`document-without-phrases`.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.phrases import has_map
from plugins.audit.subject import Subject
from plugins.language.messages import Message, message
from plugins.language.problems import Problem, Severity

ADVICE = message("mend it in the spreadsheet; the columns are described in docs/reference.md")


def keywords_file(subject: Subject) -> Iterator[Finding]:
    """Everything wrong in the maps of all languages."""
    for study in filter(has_map, subject.studies):
        for problem in study.map.problems:
            what = _with_place(problem)
            yield Finding(
                "keywords-file", Severity.WARNING, problem.file, problem.line, what, ADVICE
            )


def _with_place(problem: Problem) -> Message:
    if not problem.place:
        return problem.message
    return message("%(place)s: %(what)s", place=problem.place, what=problem.message)

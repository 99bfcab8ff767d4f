"""file-not-in-site: a file of content/ that no visitor can get and no program reads."""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents.references import referred_files
from plugins.documents.sources import DATA
from plugins.language.messages import message
from plugins.language.problems import Severity

WHAT = message("the file is not in the site")
ADVICE = message("show it or link to it as {static}/path, or delete it")
READ_BY_PROGRAMS = ("keywords.csv",)


def file_not_in_site(subject: Subject) -> Iterator[Finding]:
    """Files that are neither documents, nor data, nor published, nor referred to."""
    referred = referred_files(subject.site) | subject.pictures
    folders = tuple(f"{folder}/" for folder in (*subject.static, DATA))
    for path in sorted(subject.site.files - referred):
        if not path.startswith(folders) and path.rpartition("/")[2] not in READ_BY_PROGRAMS:
            yield Finding("file-not-in-site", Severity.WARNING, f"content/{path}", 0, WHAT, ADVICE)

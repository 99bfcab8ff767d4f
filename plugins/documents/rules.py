"""What every Site must satisfy before a page is written."""

from collections.abc import Callable, Collection, Iterable

from plugins.documents.addresses import claimed_twice
from plugins.documents.reading import slug_problems
from plugins.documents.references import broken_references, problems_of_references
from plugins.documents.site import Site
from plugins.documents.sources import Sources
from plugins.documents.stages import Status
from plugins.language.messages import message
from plugins.language.problems import Problem, expected

SiteRule = Callable[[Site], Iterable[Problem]]


def source_problems(sources: Sources) -> list[Problem]:
    """What is wrong in single files."""
    files = sources.markdown.values()
    return [p for source in files for p in [*source.problems(), *slug_problems(source)]]


def unknown_templates(sources: Sources, known: Collection[str]) -> list[Problem]:
    """Files whose Template is not in the theme; `known` are the theme's, without .html."""
    what = message("a template of the theme (%(names)s)", names=", ".join(known))
    fields = [(path, s.fields.get("template")) for path, s in sources.markdown.items()]
    return [
        Problem(f"content/{path}", field.line, field.written, expected(what, f"'{field.value}'"))
        for path, field in fields
        if field and field.value and field.value not in known
    ]


def site_problems(site: Site, rules: Iterable[SiteRule]) -> list[Problem]:
    """What is wrong between documents, by Vitrina's own rules and those of the settings."""
    found = [*claimed_twice(site.live), *problems_of_references(broken_references(site))]
    return [*found, *(problem for rule in rules for problem in rule(site))]


def unread(site: Site, sources: Sources, explained: Iterable[Problem]) -> list[Problem]:
    """Markdown files that are neither a document nor skipped by their author nor explained."""
    named = {problem.file for problem in explained}
    return [
        _unread(site, path)
        for path, source in sources.markdown.items()
        if path not in site.by_source
        and source.value("status").lower() != Status.SKIP
        and f"content/{path}" not in named
    ]


def _unread(site: Site, path: str) -> Problem:
    folders = ", ".join(f"content/{lang}/" for lang in site.languages)
    if path.split("/", maxsplit=1)[0] not in site.languages:
        text = message("the file is in no language's folder; move it to one of %(f)s", f=folders)
    else:
        text = message("Pelican did not read the file; see its own messages")
    return Problem(f"content/{path}", 1, "", text)

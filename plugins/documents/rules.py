"""What every Site must satisfy before a page is written."""

from collections.abc import Callable, Collection, Iterable, Iterator

from plugins.documents.reading import kind_of, slug_problems
from plugins.documents.references import broken_references, problems_of_references
from plugins.documents.site import Site
from plugins.documents.sources import MARKDOWN, Source, Sources
from plugins.documents.stages import Status
from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, expected

FOREIGN = (".rst", ".html", ".htm")
FOR_ONE_KIND = (
    "article",
    "base",
    "case",
    "error",
    "home",
    "list",
    "product",
    "question",
    "redirect",
)
SiteRule = Callable[[Site], Iterable[Problem]]


def source_problems(sources: Sources) -> list[Problem]:
    """What is wrong in single files; unfinished ones stop nobody (gate.py)."""
    files = [source for source in sources.markdown.values() if not source.is_unfinished]
    return [p for source in files for p in [*source.problems(), *slug_problems(source)]]


def unknown_templates(sources: Sources, known: Collection[str]) -> list[Problem]:
    """Files that ask for a template the theme lacks; unfinished ones stop nobody (gate.py)."""
    files = (source for source in sources.markdown.values() if not source.is_unfinished)
    return [problem for source in files for problem in template_problems(source, known)]


def template_problems(source: Source, known: Collection[str]) -> list[Problem]:
    """A file's template that the theme lacks; `known` are the theme's, without .html."""
    kind, wanted = kind_of(source), source.value("template") or kind_of(source)
    fitting = sorted(name for name in known if name == kind or name not in FOR_ONE_KIND)
    if wanted in fitting:
        return []
    field = source.fields.get("template")
    what = message("a template of the theme (%(names)s)", names=", ".join(fitting))
    line, text = (field.line if field else 1), expected(what, f"'{wanted}'")
    return [Problem(f"content/{source.path}", line, "Template", text)]


def without_home(site: Site) -> Iterator[Problem]:
    """Languages that have documents but no home page."""
    for lang in sorted({document.lang for document in site.live}):
        if site.home(lang) is None:
            what = message("a home page in this file")
            yield Problem(f"content/{lang}/pages/index.md", 0, "", expected(what, NOTHING))


def site_problems(site: Site, rules: Iterable[SiteRule]) -> list[Problem]:
    """What is wrong between documents, by Vitrina's own rules and those of the settings."""
    found = problems_of_references(broken_references(site))
    return [*found, *(problem for rule in rules for problem in rule(site))]


def unread(site: Site, sources: Sources, explained: Iterable[Problem]) -> list[Problem]:
    """Markdown files that are neither a document nor skipped by their author nor explained."""
    named = {problem.file for problem in explained}
    skipped = {p for p, s in sources.markdown.items() if s.value("status").lower() == Status.SKIP}
    foreign = {
        p for p in sources.files if p.endswith(FOREIGN) and p.split("/")[0] in site.languages
    }
    missed = (sources.markdown.keys() - site.by_source.keys() - skipped) | foreign
    return [_unread(site, path) for path in sorted(missed) if f"content/{path}" not in named]


def _unread(site: Site, path: str) -> Problem:
    folders = ", ".join(f"content/{lang}/" for lang in site.languages)
    if not path.endswith(tuple(MARKDOWN)):
        name = path.rpartition("/")[2]
        text = expected(message("Markdown in a file named *.md"), f"'{name}'")
    elif path.split("/", maxsplit=1)[0] not in site.languages:
        text = message("the file is in no language's folder; move it to one of %(f)s", f=folders)
    else:
        text = message("Pelican did not read the file; see its own messages")
    return Problem(f"content/{path}", 1, "", text)

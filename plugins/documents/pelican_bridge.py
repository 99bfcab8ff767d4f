"""The seam: the only code that touches Pelican's objects.

Pelican's contents become a Site; edits go back into its bodies, pages and files into the output.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.log import LimitFilter, console
from pelican.readers import METADATA_PROCESSORS
from pelican.settings import read_settings
from pelican.urlwrappers import Category
from pelican.writers import Writer

from plugins.documents.document import Document
from plugins.documents.edits import edited
from plugins.documents.gate import readings_of
from plugins.documents.keys import KNOWN_KEYS
from plugins.documents.pelican_log import LOG
from plugins.documents.reading import Reading, document_of, pelican_metadata, shown_early
from plugins.documents.references import referred_files
from plugins.documents.rules import site_problems, source_problems, unknown_templates, unread
from plugins.documents.site import Site
from plugins.documents.sources import Source, Sources, read_sources
from plugins.documents.template_errors import template_problem
from plugins.language.messages import message, verbatim
from plugins.language.problems import Problem, ProblemsFound

Settings = dict[str, Any]
NO_CATEGORY = "-"
PATH_NAME = "путь"
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Build:
    """A finished build: what was read, and the warnings that did not stop it."""

    site: Site
    settings: Settings
    warnings: tuple[Problem, ...]


def connect() -> None:
    """Connect the seam's own handlers; doing it again makes no difference."""
    signals.article_generator_context.connect(complete_metadata)
    signals.page_generator_context.connect(complete_metadata)
    signals.page_generator_finalized.connect(limit_files)
    signals.all_generators_finalized.connect(prepare)
    signals.finalized.connect(finish)
    # Dates are read by front_matter.py, and given to Pelican by complete_metadata
    METADATA_PROCESSORS["date"] = lambda _value, settings: settings["NOW"]


def complete_metadata(generator: Generator, metadata: dict[str, Any]) -> None:
    """A handler: give a document being read its address, language, stage and template."""
    source = _sources(generator.settings).markdown[metadata[PATH_NAME]]
    for key in metadata.keys() - KNOWN_KEYS:
        del metadata[key]
    reading = _readings(generator.settings)[source.path]
    metadata.update(pelican_metadata(reading, source, generator.settings["NOW"]))
    metadata.setdefault("category", Category(NO_CATEGORY, generator.settings))


def limit_files(generator: Generator) -> None:
    """A handler, before static files are gathered: public is what live documents link to."""
    links = generator.context["static_links"]
    links.clear()
    links.update(referred_files(site_of(generator)))


def prepare(generators: list[Generator]) -> None:
    """A handler: read the Site, stop at errors, put the edited bodies back."""
    settings, site = generators[0].settings, site_of(generators[0])
    bodies, conflicts = edited(site, settings["BODY_EDITORS"])
    LOG.stop_at([*_problems(settings, site), *conflicts], strict=settings["STRICT"])
    generators[0].context["site"] = site
    for generator in generators:
        generator.env = generators[0].env  # all are alike: so each template is compiled once
    for source, content in _contents(generators[0]).items():
        content.document = site.by_source[source]
        content._content = bodies.get(source, content._content)


def finish(pelican: Pelican) -> None:
    """A handler: end the build with everything that was logged while pages were written."""
    LOG.stop_at(LOG.take(Path(pelican.path)), strict=pelican.settings["STRICT"])


def site_of(generator: Generator) -> Site:
    """This build's Site: the authors' texts, whoever asks first."""
    settings = generator.settings
    if "SITE" not in settings:
        readings = _readings(settings)
        documents = [
            document_of(readings[source.path], source, content._content if content else "")
            for source, content in _read(generator)
        ]
        sources, languages = _sources(settings), settings["LANGUAGES"]
        settings["SITE"] = Site(tuple(documents), languages, settings["NOW"], sources.files)
    site: Site = settings["SITE"]
    return site


def finished(pelican: Pelican) -> tuple[Site, Writer]:
    """The Site of a build whose pages are written, and what writes more files beside them."""
    return pelican.settings["SITE"], Writer(pelican.output_path, pelican.settings)


def body_of(generator: Generator, document: Document, address: str | None = None) -> str:
    """A document's body as visitors get it, edits and addresses in place.

    With an `address` (`https://firm.ru`) links to documents and files begin with it.
    """
    content = _contents(generator)[document.source]
    html: str = content.content if address is None else content.get_content(address)
    return html


def write_page(
    generator: Generator, writer: Writer, save_as: str, template: str, **values: object
) -> None:
    """Render a template of the theme into a file of the output."""
    _claim(writer, save_as)
    relative = generator.settings["RELATIVE_URLS"]
    template_file = generator.get_template(template)
    writer.write_file(save_as, template_file, {**generator.context, **values}, relative)


def write_file(writer: Writer, save_as: str, data: bytes) -> None:
    """Write a file of the output as it is."""
    file = _claim(writer, save_as)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def settings_of(file: str | Path, override: Settings | None = None) -> Settings:
    """The settings alone: reads no text."""
    try:
        settings: Settings = read_settings(str(file), override=override)
    except ValueError as error:
        raise ProblemsFound([Problem(Path(file).name, 0, "", verbatim(str(error)))]) from None
    return settings


def read_site(settings_file: str | Path) -> tuple[Site, Settings]:
    """The Site and the settings as a build has them; writes nothing."""
    LimitFilter.LOGS_DEDUP_MIN_LEVEL = 0
    settings = settings_of(settings_file, {"PLUGINS": []})
    connect()
    context = settings | {
        "generated_content": {},
        "static_links": set(),
        "static_content": {},
        "localsiteurl": settings["SITEURL"],
    }
    folders = settings["PATH"], settings["THEME"], settings["OUTPUT_PATH"]
    generators = [kind(context, settings, *folders) for kind in (ArticlesGenerator, PagesGenerator)]
    for generator in generators:
        generator.generate_context()
    site = site_of(generators[0])
    LOG.stop_at(_problems(settings, site), strict=settings["STRICT"])
    return site, settings


def build(settings_file: str | Path, output: Path, progress: Progress = lambda _: None) -> Build:
    """Build the site into a folder; raises ProblemsFound with everything that is wrong."""
    LimitFilter.LOGS_DEDUP_MIN_LEVEL = 0
    console.quiet = True
    settings = settings_of(settings_file, {"OUTPUT_PATH": str(output.resolve())})
    try:
        with ExitStack() as signals_watched:
            for signal in (signals.content_object_init, signals.content_written):
                signals_watched.enter_context(signal.connected_to(_Counter(settings, progress)))
            Pelican(settings).run()
    except TemplateError as error:
        raise ProblemsFound([template_problem(error)]) from None
    return Build(settings["SITE"], settings, tuple(LOG.warnings))


class _Counter:
    """Tells what share of the documents has been read and written."""

    def __init__(self, settings: Settings, progress: Progress) -> None:
        self.steps, self.done, self.progress = 2 * len(_sources(settings).markdown), 0, progress

    def __call__(self, *_: object, **__: object) -> None:
        self.done += 1
        self.progress(min(1.0, self.done / max(self.steps, 1)))


def _claim(writer: Writer, save_as: str) -> Path:
    """The file's path, if nothing of this build stands there yet."""
    file = Path(writer.output_path, save_as)
    if file.exists():
        text = message("two pages or plugins write the file %(file)s", file=save_as)
        raise ProblemsFound([Problem("output", 0, "", text)])
    return file


def _readings(settings: Settings) -> dict[str, Reading]:
    """Each source as this build takes it: held back by its faults, or shown before its time."""
    if "READINGS" not in settings:
        found = readings_of(_sources(settings), settings["LANGUAGES"], _templates(settings))
        if settings["DRAFTS"]:
            found = {path: shown_early(r, settings["NOW"]) for path, r in found.items()}
        settings["READINGS"] = found
    readings: dict[str, Reading] = settings["READINGS"]
    return readings


def _problems(settings: Settings, site: Site) -> list[Problem]:
    sources = _sources(settings)
    found = source_problems(sources)
    found += unknown_templates(sources, _templates(settings))
    explained = [*found, *(problem for document in site.documents for problem in document.held)]
    found += LOG.take(Path(settings["PATH"]), explained)
    found += unread(site, sources, found)
    return [*found, *site_problems(site, settings["SITE_RULES"])]


def _sources(settings: Settings) -> Sources:
    if "SOURCES" not in settings:
        settings["SOURCES"] = read_sources(Path(settings["PATH"]))
    sources: Sources = settings["SOURCES"]
    return sources


def _templates(settings: Settings) -> list[str]:
    return sorted(file.stem for file in Path(settings["THEME"], "templates").glob("*.html"))


def _read(generator: Generator) -> Iterator[tuple[Source, Content | None]]:
    """Every source with what Pelican made of it: of an unfinished one it may be nothing."""
    known = generator.context["generated_content"]
    for path, source in _sources(generator.settings).markdown.items():
        if known.get(path) is not None or source.is_unfinished:
            yield source, known.get(path)


def _contents(generator: Generator) -> dict[str, Content]:
    """Everything Pelican read, of all its twelve lists, by source path and in its order."""
    return {source.path: content for source, content in _read(generator) if content is not None}

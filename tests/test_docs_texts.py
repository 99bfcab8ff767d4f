"""What the documents for people show is so: commands, paths, links, quoted messages."""

import json
import re
import shlex
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from jinja2 import Environment

from plugins.audit import Subject
from plugins.audit.checks.broken_fragment import broken_fragment
from plugins.audit.page import Page
from plugins.company import Company
from plugins.company.example import example_problems
from plugins.data_files import DataFiles, read_yaml
from plugins.documents import Document, Site, Status
from plugins.documents.front_matter import MOSCOW, problems_of
from plugins.keywords.pipe import answers
from plugins.language import ProblemsFound
from plugins.release.new import created
from plugins.reports.audit import line_of
from plugins.reports.schedule import told
from plugins.schedule import Schedule
from plugins.schedule.filling import filling
from plugins.words.counts import counted
from plugins.words.dictionary import WordEntry
from plugins.words.inflection import case
from plugins.words.vocabulary import Declined, Place, vocabulary
from plugins.words.where import where
from tests.reading import ROOT, anchors, rows, section, text
from tests.test_docs import REFERENCE, TARGETS, TASKS, both_languages, options

DOCS = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "judges/README.md"})
PROGRAMS = {"source", "pytest", "ruff", "mypy", "mkdir", "touch", "python", "pelican"}
PATHS = re.compile(r"(?:content|theme|locales|plugins|tests|judges|locks|docs|benchmarks)/[\w./-]*")
MACHINE = re.compile(r"/(?:home|root|tmp|work|mnt|srv|Users)/|\b\d+\.\d+\.\d+\.\d+\b|[A-Z]:\\")
HOSTS = re.compile(r"https?://([^/\s)`,]+)")
KNOWN_HOSTS = {
    "storage.yandexcloud.net",
    "yandex.cloud",
    "localhost:8000", "example.com", "getpelican.com", "docs.getpelican.com", "keepachangelog.com",
    "semver.org", "www.rfc-editor.org", "python-markdown.github.io", "jinja.palletsprojects.com",
    "html-validate.org",
    "validator.github.io", "pa11y.org", "www.indexnow.org", "yandex.ru",
    "www.cbr.ru", "qr.nspk.ru", "api-metrika.yandex.net", "ibis-project.org",
}  # fmt: skip
every_document = pytest.mark.parametrize("file", DOCS, ids=lambda f: str(f.relative_to(ROOT)))


def commands(document: str) -> Iterator[list[str]]:
    """Words of every command that a document shows, in blocks and in sentences."""
    blocks = re.findall(r"```sh\n(.*?)```", re.sub(r"(?m)^   ", "", document), re.DOTALL)
    spans = re.findall(r"`((?:make|invoke) [^`]+)`", document)
    for line in [*"".join(blocks).splitlines(), *spans]:
        for part in line.split("&&"):
            words = shlex.split(part, comments=True)
            yield [word for word in words if not re.match(r"[A-Z_]+=", word)]


@every_document
def test_commands_exist(file: Path) -> None:
    for program, *words in filter(None, commands(file.read_text("utf-8"))):
        if program == "make":
            assert set(words) <= set(TARGETS)
        elif program != "invoke":
            assert program in PROGRAMS
        elif words and words[0] not in ("--list", "--help"):
            assert words[0] in TASKS
            flags = {word for word in words if word.startswith("--")}
            assert flags <= options(words[0]) | {"--lang"}


@every_document
def test_paths_exist_and_no_machine_is_named(file: Path) -> None:
    document = file.read_text("utf-8")
    paths = [path for path in re.findall(r"`([^`\n]+)`", document) if PATHS.fullmatch(path)]
    real = [path for path in paths if "/de/" not in path and not path.endswith("/x.md")]
    assert [path for path in real if not (ROOT / path).exists()] == []
    assert MACHINE.findall(document) == []
    assert set(HOSTS.findall(document)) <= KNOWN_HOSTS


@every_document
def test_links_resolve(file: Path) -> None:
    outside_code = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", file.read_text("utf-8"))
    for link in re.findall(r"\]\(([^)\s]+)\)", outside_code):
        path, _, fragment = unquote(link).partition("#")
        target = file.parent / path if path else file
        if "://" not in link:
            assert target.exists(), link
            assert not fragment or fragment in anchors(target), link


NOW = datetime(2026, 11, 22, tzinfo=MOSCOW)
FACTS = "content/data/company.yaml"
SMALL_SITE = yaml.load(text(f"tests/site/{FACTS}"), yaml.BaseLoader)
COMPANY = Company.model_validate({**SMALL_SITE, "example": "true"})
ARTICLE = "ru/blog/kak-vybrat-pech.md"
TITLE = "Title: Как выбрать печь\n"
WRONG = f"{TITLE}Descripton: Пример\nStatus: publish\nDate: 31.02.2026\n\nТекст.\n"
LINKS = f"{TITLE}Description: Пример\nDate: 2026-11-20\n\nТекст.\n\n[Срок]({{filename}}/x.md#net)\n"


def findings(lang: str) -> Iterator[str]:
    """What the audit says of an article that links to a place that is not there."""
    output = "blog/kak-vybrat-pech/index.html"
    article = Document(
        ARTICLE, "ru", "article", "Как выбрать печь", "", "blog/kak-vybrat-pech/", output,
        Status.PUBLISHED, NOW, None, "", LINKS,
    )  # fmt: skip
    pages = (Page(output, '<a href="/dostavka/#net">Срок</a>'), Page("dostavka/index.html", ""))
    site = Site((article,), ("ru",), NOW)
    subject = Subject(site, COMPANY, "", (), pages, frozenset())
    for finding in broken_fragment(subject):
        yield from line_of(finding, lang).splitlines()


def planned(lang: str) -> Iterator[str]:
    """What `invoke schedule` says of a ready article, by the shipped schedule."""
    article = Document(
        ARTICLE, "ru", "article", "Как выбрать печь", "", "", "", Status.READY, None, None, "",
        TITLE,
    )  # fmt: skip
    with DataFiles(ROOT / "content" / "data") as data:
        schedule = data.one(Schedule, "schedule.yaml")
    found = filling(schedule, Site((article,), ("ru",), NOW))
    for line in told(found, schedule, dry_run=False, lang=lang):
        yield line.replace("\u00a0", " ")


def said(lang: str, folder: Path) -> Iterator[str]:
    """Everything that the first hours in the README may quote."""
    (folder / "ru/pages").mkdir(parents=True)
    ready = created(
        folder, "article", "Как выбрать печь", "ru", "kak-vybrat-pech",
        ask=input, now=NOW,
    )  # fmt: skip
    yield ready.in_language(lang)
    for problems in (
        problems_of(ARTICLE, WRONG),
        read_yaml(Company, FACTS, b"\n" * 16 + b"inn: 7700000008")[1],
        example_problems(Site((), ("ru",), NOW), COMPANY),
    ):
        yield from ProblemsFound(problems).in_language(lang).splitlines()
    yield from findings(lang)
    yield from planned(lang)


@pytest.mark.parametrize(("readme", "lang"), [("README.md", "en"), ("README.ru.md", "ru")])
def test_quoted_messages_are_what_the_program_says(readme: str, lang: str, tmp_path: Path) -> None:
    blocks = re.findall(r"```text\n(.*?)```", text(readme), re.DOTALL)
    quoted = [
        line for block in blocks if not block.startswith("Title:") for line in block.splitlines()
    ]
    spoken = set(said(lang, tmp_path))
    assert len(quoted) >= 10
    assert [line for line in quoted if line not in spoken] == []


@both_languages
def test_the_pipe_answers_as_shown(lang: str) -> None:
    part = section(REFERENCE[lang], "`python -m plugins.keywords`")
    asked, answer = re.findall(r"```json\n(.*)\n```", part)
    assert [json.loads(line) for line, _ in answers([asked.encode()], lang)] == [json.loads(answer)]


@pytest.mark.parametrize(
    ("file", "heading"),
    [
        (REFERENCE["en"], "Cases, places and counts"),
        (REFERENCE["ru"], "Падежи, места и числа в шаблонах"),
    ],
)
def test_words_in_templates_come_out_as_shown(file: str, heading: str) -> None:
    with DataFiles(ROOT / "content" / "data") as data:
        known = vocabulary(
            data.rows(Declined, "inflection.csv"),
            data.rows(Place, "places.csv"),
            data.rows(WordEntry, "words.csv"),
        )
    jinja = Environment(autoescape=True)
    jinja.filters["case"] = partial(case, known=known)
    jinja.filters["where"] = partial(where, known=known)
    jinja.filters["counted"] = partial(counted, known=known)
    shown = rows(section(file, heading))
    assert shown
    for template, result in shown:
        made = jinja.from_string(template.strip("`").replace("\\|", "|")).render()
        assert made.replace("\u00a0", " ") == result.strip("«»")

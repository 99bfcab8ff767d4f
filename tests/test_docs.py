"""The documents for people name everything there is, and nothing else."""

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from invoke.collection import Collection
from pelican.settings import DEFAULT_CONFIG, read_settings
from pydantic import BaseModel

import tasks
from plugins.audit.checks import CHECKS, Check
from plugins.checkout import CheckoutKey
from plugins.company import (
    Carriers,
    Company,
    Delivery,
    Legal,
    Milestones,
    Networks,
    Payments,
    Products,
    Questions,
    Rate,
    Returns,
    Service,
    Trademark,
)
from plugins.company.localized import Localized
from plugins.documents import Document, Site
from plugins.documents.addresses import PublishedAddress, Redirect
from plugins.documents.keys import KNOWN_KEYS
from plugins.forms import Forms
from plugins.keywords.map_file import COLUMNS
from plugins.listings import Listing
from plugins.schedule import Schedule
from plugins.words.dictionary import WordEntry
from plugins.words.vocabulary import Declined, Place
from tests.reading import ROOT, named, rows, section, text

REFERENCE = {"en": "docs/reference.md", "ru": "docs/reference.ru.md"}
HEADINGS = {
    "en": {"make": "Make commands", "keys": "Front matter", "checks": "Audit checks"},
    "ru": {"make": "Команды make", "keys": "Шапка текста", "checks": "Проверки"},
}
WORDS = {
    "en": {"ERROR": "error", "WARNING": "warning", "ADVICE": "advice"},
    "ru": {"ERROR": "ошибка", "WARNING": "предупреждение", "ADVICE": "совет"},
}
NEEDED = {"en": {True: "yes", False: "no"}, "ru": {True: "да", False: "нет"}}
RECORDS: dict[str, type[BaseModel]] = {
    "company.yaml": Company,
    "products.yaml": Products,
    "delivery.yaml": Delivery,
    "service.yaml": Service,
    "legal.yaml": Legal,
    "forms.yaml": Forms,
    "networks.yaml": Networks,
    "trademarks.csv": Trademark,
    "carriers.yaml": Carriers,
    "payments.yaml": Payments,
    "rates.csv": Rate,
    "schedule.yaml": Schedule,
    "returns.yaml": Returns,
    "milestones.yaml": Milestones,
    "questions.yaml": Questions,
    "redirects.csv": Redirect,
    "checkout-keys.csv": CheckoutKey,
    "addresses.csv": PublishedAddress,
    "words.csv": WordEntry,
    "inflection.csv": Declined,
    "places.csv": Place,
}
# Pelican reads these, too, but has no default for them
PELICANS_OWN = {
    "TIMEZONE", "ARCHIVES_SAVE_AS", "AUTHORS_SAVE_AS", "CATEGORIES_SAVE_AS", "TAGS_SAVE_AS",
}  # fmt: skip
both_languages = pytest.mark.parametrize("lang", ["en", "ru"])


def options(name: str) -> set[str]:
    """Options of a task, `--lang` left out: every task has it."""
    flags = {argument.names[0].replace("_", "-") for argument in TASKS[name].get_arguments()}
    assert "lang" in flags
    return {f"--{flag}" for flag in flags - {"lang"}}


TASKS: dict[str, Any] = Collection.from_module(tasks).tasks
TARGETS = re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE)


def set_in(file: str) -> dict[str, ast.expr | None]:
    """The names that a settings file sets, and their values."""
    return {
        target.id: node.value
        for node in ast.walk(ast.parse(text(file)))
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


SETTINGS = set_in("pelicanconf.py")
PUBLISHING = set_in("publishconf.py").keys()


@both_languages
def test_make_commands(lang: str) -> None:
    part = section(REFERENCE[lang], HEADINGS[lang]["make"])
    assert named(part)[: len(TARGETS)] == [f"make {target}" for target in TARGETS]
    assert {f"make {t}" for t in TARGETS} == {n for n in named(part) if n.startswith("make ")}


@both_languages
def test_tasks_and_their_options(lang: str) -> None:
    headings = re.findall(r"^### `invoke (\w+)`$", text(REFERENCE[lang]), re.MULTILINE)
    assert sorted(headings) == sorted(TASKS)
    for name in headings:
        documented = named(section(REFERENCE[lang], f"`invoke {name}`"))
        assert set(documented) == options(name), name


def test_settings() -> None:
    ours = SETTINGS.keys() - DEFAULT_CONFIG.keys() - PELICANS_OWN
    documented = named(section(REFERENCE["en"], "Settings"))
    assert ours <= set(documented) <= SETTINGS.keys() | PUBLISHING
    assert len(documented) == len(set(documented))


def test_environment_variables() -> None:
    sources = [*ROOT.glob("plugins/**/*.py"), *ROOT.glob("tests/*.py"), *ROOT.glob("*.py")]
    code = "\n".join(file.read_text("utf-8") for file in sources if file != Path(__file__))
    read = set(re.findall(r"environ(?:\.get\(|\[)\s*[\"']([A-Z_]+)", code))
    documented = named(section(REFERENCE["en"], "Environment variables"))
    assert read <= set(documented)
    assert not [name for name in documented if f'"{name}"' not in code]


@both_languages
def test_front_matter(lang: str) -> None:
    documented = named(section(REFERENCE[lang], HEADINGS[lang]["keys"]))
    assert documented == list(dict.fromkeys(documented))
    assert set(documented) == set(KNOWN_KEYS.values())


def fields(record: type[BaseModel], place: str = "") -> Iterator[tuple[str, bool]]:
    """Every field of a record and whether it must be given, `[]` after a list."""
    for name, field in record.model_fields.items():
        path = f"{place}{field.alias or name}"
        yield path, field.is_required()
        for inner, many in records(field.annotation):
            yield from fields(inner, f"{path}{'[]' if many else ''}.")


def records(annotation: Any, many: bool = False) -> Iterator[tuple[type[BaseModel], bool]]:
    """The records that stand in a field, and whether in a list; texts in languages are values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation is not Localized:
            yield annotation, many
        return
    many = many or getattr(annotation, "__origin__", None) is tuple
    for argument in get_args(annotation):
        yield from records(argument, many)


@both_languages
@pytest.mark.parametrize("file", RECORDS)
def test_data_fields(file: str, lang: str) -> None:
    table = rows(section(REFERENCE[lang], file))
    documented = {row[0].strip("`"): row[1] for row in table}
    assert len(documented) == len(table)
    assert documented == {path: NEEDED[lang][needed] for path, needed in fields(RECORDS[file])}


def test_every_data_file_is_documented() -> None:
    assert set(RECORDS) == {file.name for file in (ROOT / "content/data").iterdir()}


@both_languages
def test_the_columns_of_the_relevance_map(lang: str) -> None:
    assert tuple(named(section(REFERENCE[lang], "keywords.csv"))) == (*COLUMNS, "link")


def severities(check: Check, lang: str) -> set[str]:
    file = sys.modules[check.__module__].__file__ or ""
    used = re.findall(r"Severity\.([A-Z]+)", Path(file).read_text("utf-8"))
    return {WORDS[lang][name] for name in used}


@both_languages
def test_checks_and_their_severities(lang: str) -> None:
    table = rows(section(REFERENCE[lang], HEADINGS[lang]["checks"]))
    documented = {row[0].strip("`"): set(row[1].split(", ")) for row in table}
    rules = {check.__name__.replace("_", "-"): severities(check, lang) for check in CHECKS}
    assert documented == rules
    assert len(table) == len(CHECKS)


def test_plugins() -> None:
    plugins = SETTINGS["PLUGINS"]
    assert isinstance(plugins, ast.List)
    assert named(section(REFERENCE["en"], "Plugins")) == ast.literal_eval(plugins)


def test_every_plugin_folder_is_in_the_readmes() -> None:
    packages = {f"plugins/{f.parent.name}/": f for f in ROOT.glob("plugins/*/__init__.py")}
    for readme in ("README.md", "README.ru.md"):
        assert {n for n in named(text(readme)) if n.startswith("plugins/")} >= packages.keys()
    said = {row[0].strip("`"): row[1] for row in rows(text("README.md"))}
    for name, file in packages.items():
        docstring = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
        assert said[name] == docstring.splitlines()[0]


def keys_of(name: str) -> list[str]:
    """The keys of a setting that is a dict."""
    setting = SETTINGS[name]
    assert isinstance(setting, ast.Dict)
    return [ast.literal_eval(key) for key in setting.keys if key]


def test_what_templates_get() -> None:
    documented = {
        h: named(section(REFERENCE["en"], h)) for h in ("Filters", "Functions", "Variables")
    }
    filters = read_settings(str(ROOT / "pelicanconf.py"))["JINJA_FILTERS"]
    assert sorted(documented["Filters"]) == sorted(filters)
    known = set(keys_of("JINJA_GLOBALS"))
    assert known <= {*documented["Functions"], *documented["Variables"]}
    assert set(documented["Functions"]) <= known


@pytest.mark.parametrize("kind", [Document, Listing, Site], ids=lambda kind: str(kind.__name__))
def test_what_templates_may_ask_of(kind: type) -> None:
    attributes = {*vars(kind), *vars(kind)["__dataclass_fields__"]}
    public = {name for name in attributes if not name.startswith("_")}
    assert set(named(section(REFERENCE["en"], kind.__name__))) == public


def test_dependencies() -> None:
    locked = re.findall(
        r"^[A-Za-z][\w-]*", text("locks/site.in") + text("locks/dev.in"), re.MULTILINE
    )
    judges = json.loads(text("judges/package.json"))["dependencies"]
    assert sorted(named(text("docs/dependencies.md"))) == sorted([*locked, *judges])

"""The rules of the layout (docs/architecture.md): sizes, directions, names, order, output."""

import ast
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.sites import ROOT, copy_of_shipped, output_of

MODULE_LINES, FUNCTION_LINES, PLUGIN_LINES = 250, 40, 40
FORBIDDEN_NAMES = {"utils", "core", "common", "helpers", "manager", "misc"}
KNOW_PELICAN = {"plugins/documents/pelican_bridge.py"}
SOURCES = sorted((ROOT / "plugins").rglob("*.py"))
CODE = [
    *SOURCES,
    *sorted((ROOT / "commands").glob("*.py")),
    ROOT / "tasks.py",
    ROOT / "pelicanconf.py",
    ROOT / "publishconf.py",
]
DATA_SECRETS = ("BEGIN PRIVATE KEY", "BEGIN EC PRIVATE KEY", "BEGIN RSA PRIVATE KEY")


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def test_modules_and_functions_are_small() -> None:
    lines = {file: len(file.read_text("utf-8").splitlines()) for file in CODE}
    long = [f"{name_of(f)}: {number}" for f, number in lines.items() if number > most_lines(f)]
    long += [
        f"{name_of(file)}: {function.name}"
        for file in CODE
        for function in functions(tree_of(file))
        if (function.end_lineno or function.lineno) - function.lineno + 1 > FUNCTION_LINES
    ]

    assert not long


def most_lines(file: Path) -> int:
    return PLUGIN_LINES if file.name == "plugin.py" else MODULE_LINES


def test_names_and_docstrings() -> None:
    named = [f for f in SOURCES if {f.stem, f.parent.name} & FORBIDDEN_NAMES]
    silent = [file for file in SOURCES if not ast.get_docstring(tree_of(file))]

    assert not [name_of(file) for file in (*named, *silent)]


def test_only_the_seam_knows_pelican() -> None:
    knowing = {
        name_of(file)
        for file in SOURCES
        if any(module.split(".")[0] == "pelican" for module in imports(tree_of(file)))
    }

    assert not {
        name
        for name in knowing - KNOW_PELICAN
        if not name.endswith("/plugin.py") and not name.startswith("plugins/speed/")
    }


def test_the_domain_neither_prints_nor_exits_nor_reads_the_clock() -> None:
    told = ("plugins/release/", "plugins/reports/")
    for file in SOURCES:
        if name_of(file).startswith(told):
            continue
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {"print", "exit", "sys.exit", "input"}, name_of(file)
                assert not called.endswith((".now", ".today", ".utcnow")), name_of(file)


def test_only_stages_compares_the_dates_of_documents_with_the_clock() -> None:
    for file in SOURCES:
        if name_of(file) == "plugins/documents/stages.py":
            continue
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Compare):
                sides = [ast.unparse(side) for side in (node.left, *node.comparators)]
                assert not any(side.split(".")[-1].lower() == "now" for side in sides), name_of(
                    file
                )


def test_handlers_are_functions_of_a_module() -> None:
    for file in SOURCES:
        tree = tree_of(file)
        top = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and re.fullmatch(
                r"signals?(\.\w+)?\.connect", ast.unparse(node.func)
            ):
                assert ast.unparse(node.args[0]) in top, name_of(file)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Those of a copy of the shipped site, to build it with others."""
    return copy_of_shipped(tmp_path_factory.mktemp("shipped"))


def plugins_of(settings: Path) -> list[str]:
    tree = ast.parse(settings.read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PLUGINS":
            plugins: list[str] = ast.literal_eval(node.value)
            return plugins
    raise AssertionError("no PLUGINS")


def orders(plugins: list[str]) -> list[list[str]]:
    """As they are, reversed, each first once, and three at random."""
    found = [plugins, plugins[::-1]]
    found += [[first, *(p for p in plugins if p != first)] for first in plugins]
    found += [random.Random(seed).sample(plugins, len(plugins)) for seed in range(3)]
    return list({tuple(order): order for order in found}.values())


# In parts, so that several workers build at once
@pytest.mark.parametrize("part", range(4))
def test_the_order_of_plugins_does_not_matter_and_builds_are_equal(
    settings: Path, shipped: dict[str, bytes], part: int
) -> None:
    original = settings.read_text("utf-8")
    for order in orders(plugins_of(ROOT / "pelicanconf.py"))[part::4]:
        settings.write_text(f"{original}\nPLUGINS = {order}\n", "utf-8")
        assert shipped == output_of(settings), order
    settings.write_text(original, "utf-8")


def test_no_facts_and_no_secrets_in_the_output(shipped: dict[str, bytes]) -> None:
    for path, data in shipped.items():
        assert not path.startswith("data/")
        assert not path.endswith((".csv", ".yaml", ".yml", ".md", ".po", ".py"))
        assert not any(secret.encode() in data for secret in DATA_SECRETS), path
    facts = [f for f in (ROOT / "content" / "data").iterdir() if f.stat().st_size > 100]
    assert not [f.name for f in facts if f.read_bytes() in shipped.values()]


def test_commands_are_listed_at_once_and_import_nothing_heavy() -> None:
    program = "import tasks, sys; print(*sorted(m for m in sys.modules if '.' not in m))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert not {"pelican", "pydantic", "jinja2", "rich"} & set(done.stdout.split())

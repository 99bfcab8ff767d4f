"""The rules of the layout (docs/architecture.md): sizes, directions, names, order, output."""

import ast
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import ROOT, output_of

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


@pytest.mark.parametrize("file", CODE, ids=name_of)
def test_modules_and_functions_are_small(file: Path) -> None:
    text = file.read_text("utf-8")
    limit = PLUGIN_LINES if file.name == "plugin.py" else MODULE_LINES
    assert len(text.splitlines()) <= limit

    for function in functions(ast.parse(text)):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= FUNCTION_LINES, function.name


@pytest.mark.parametrize("file", SOURCES, ids=name_of)
def test_names_and_docstrings(file: Path) -> None:
    assert file.stem not in FORBIDDEN_NAMES
    assert file.parent.name not in FORBIDDEN_NAMES
    assert ast.get_docstring(ast.parse(file.read_text("utf-8")))


@pytest.mark.parametrize("file", SOURCES, ids=name_of)
def test_only_the_seam_knows_pelican(file: Path) -> None:
    knows = any(
        module.split(".")[0] == "pelican" for module in imports(ast.parse(file.read_text()))
    )
    allowed = name_of(file) in KNOW_PELICAN or file.name == "plugin.py"
    allowed = allowed or name_of(file).startswith("plugins/speed/")

    assert allowed or not knows


def test_the_domain_neither_prints_nor_exits_nor_reads_the_clock() -> None:
    told = ("plugins/release/", "plugins/reports/")
    for file in SOURCES:
        if name_of(file).startswith(told):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {"print", "exit", "sys.exit", "input"}, name_of(file)
                assert not called.endswith((".now", ".today", ".utcnow")), name_of(file)


def test_only_stages_compares_the_dates_of_documents_with_the_clock() -> None:
    for file in SOURCES:
        if name_of(file) == "plugins/documents/stages.py":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Compare):
                sides = [ast.unparse(side) for side in (node.left, *node.comparators)]
                assert not any(side.split(".")[-1].lower() == "now" for side in sides), name_of(
                    file
                )


def test_handlers_are_functions_of_a_module() -> None:
    for file in SOURCES:
        tree = ast.parse(file.read_text("utf-8"))
        top = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".connect"):
                assert ast.unparse(node.args[0]) in top, name_of(file)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped site, to build with other settings."""
    folder = tmp_path_factory.mktemp("shipped")
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder)
    return folder


def plugins_of(settings: Path) -> list[str]:
    tree = ast.parse(settings.read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PLUGINS":
            plugins: list[str] = ast.literal_eval(node.value)
            return plugins
    raise AssertionError("no PLUGINS")


def test_the_order_of_plugins_does_not_matter_and_builds_are_equal(shipped: Path) -> None:
    settings = shipped / "pelicanconf.py"
    original, plugins = settings.read_text("utf-8"), plugins_of(settings)
    expected = output_of(settings)
    orders = [plugins, plugins[::-1]]
    orders += [[first, *(p for p in plugins if p != first)] for first in plugins]
    orders += [random.Random(seed).sample(plugins, len(plugins)) for seed in range(10)]
    for order in {tuple(order): order for order in orders}.values():
        settings.write_text(f"{original}\nPLUGINS = {order}\n", "utf-8")
        assert expected == output_of(settings), order
    settings.write_text(original, "utf-8")


def test_no_facts_and_no_secrets_in_the_output(shipped: Path) -> None:
    output = output_of(shipped / "pelicanconf.py")
    for path, data in output.items():
        assert not path.startswith("data/")
        assert not path.endswith((".csv", ".yaml", ".yml", ".md", ".po", ".py"))
        assert not any(secret.encode() in data for secret in DATA_SECRETS), path
    facts = [f for f in (ROOT / "content" / "data").iterdir() if f.stat().st_size > 100]
    assert not [f.name for f in facts if f.read_bytes() in output.values()]


def test_commands_are_listed_at_once_and_import_nothing_heavy() -> None:
    program = "import tasks, sys; print(*sorted(m for m in sys.modules if '.' not in m))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert not {"pelican", "pydantic", "jinja2", "rich"} & set(done.stdout.split())

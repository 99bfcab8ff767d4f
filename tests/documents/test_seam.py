"""The seam between Pelican and the Site: everything is seen, edited once, in any order."""

import os
import random
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

from plugins.documents import read_site
from plugins.documents.pelican_bridge import build
from plugins.language.problems import ProblemsFound
from tests.sites import ROOT, output_of, project, run

TOYS = """
from tests.documents import toys
BODY_EDITORS = (*BODY_EDITORS, {editors})
PLUGINS = {plugins}
"""
PLUGINS = [
    "plugins.documents.plugin",
    "plugins.listings.plugin",
    "plugins.discovery.plugin",
    "plugins.pictures.plugin",
    "tests.documents.toys",
]


def with_toys(folder: Path, editors: str, plugins: list[str]) -> Path:
    settings = project(folder)
    addition = TOYS.format(editors=editors, plugins=plugins)
    settings.write_text(settings.read_text("utf-8") + addition, "utf-8")
    return settings


def test_neither_order_of_editors_nor_of_plugins_matters(tmp_path: Path) -> None:
    orders = [PLUGINS, PLUGINS[::-1]]
    orders += [[first, *(p for p in PLUGINS if p != first)] for first in PLUGINS]
    orders += [random.Random(seed).sample(PLUGINS, len(PLUGINS)) for seed in range(10)]
    editors = ["toys.stressed, toys.marked,", "toys.marked, toys.stressed,"]
    outputs = [
        output_of(with_toys(tmp_path / str(n), editors[n % 2], order))
        for n, order in enumerate(orders)
    ]

    assert b"<strong>" in outputs[0]["blog/vybirayem-chaynik/index.html"]
    assert b"<mark>" in outputs[0]["blog/vybirayem-chaynik/index.html"]
    assert outputs[0]["census.txt"] == b"13\n"
    assert all(output == outputs[0] for output in outputs)


def test_each_of_our_plugins_can_be_left_out(tmp_path: Path) -> None:
    whole = output_of(with_toys(tmp_path / "all", "", PLUGINS))
    for number, left_out in enumerate(PLUGINS[1:]):
        rest = [plugin for plugin in PLUGINS if plugin != left_out]
        output = output_of(with_toys(tmp_path / str(number), "", rest))

        assert output.items() < whole.items()


def test_edits_that_overlap_are_an_error_that_names_both_editors(tmp_path: Path) -> None:
    for number, (first, second) in enumerate(permutations(["stressed", "shouting"])):
        settings = with_toys(tmp_path / str(number), f"toys.{first}, toys.{second},", PLUGINS)
        with pytest.raises(ProblemsFound) as problems:
            build(settings, tmp_path / "output")

        said = problems.value.in_language("en")
        assert "tests.documents.toys.shouting and tests.documents.toys.stressed both edit" in said
        assert "content/ru/blog/choosing.md" in said


def test_all_twelve_lists_of_pelican_are_walked(tmp_path: Path) -> None:
    stages = {
        "published": "Status: published",
        "hidden": "Status: hidden",
        "draft": "Status: draft",
    }
    files: dict[str, str | bytes | None] = {}
    for name, status in stages.items():
        for lang in ("ru", "en"):
            for folder, date in (("blog", "Date: 2026-11-01\n"), ("pages", "")):
                text = f"Title: {name} {folder} {lang}\n{date}{status}\n\nText.\n"
                files[f"{lang}/{folder}/walk-{name}.md"] = text
    site, _ = read_site(project(tmp_path, files))

    assert sorted(files) == sorted(d.source for d in site.documents if "walk-" in d.source)


def test_reading_sees_what_the_build_sees_and_writes_nothing(tmp_path: Path) -> None:
    settings = project(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    read, _ = read_site(settings)
    assert before == [f for f in sorted(tmp_path.rglob("*")) if "__pycache__" not in f.parts]

    built = build(settings, tmp_path / "output").site
    assert [d.source for d in built.documents] == [d.source for d in read.documents]
    assert [d.body for d in built.documents] == [d.body for d in read.documents]
    assert [d.url for d in built.live] == [d.url for d in read.live]


def test_what_is_not_live_leaves_no_trace_in_the_output(tmp_path: Path) -> None:
    secrets = ["Секретн", "Секретное", "Тайн", "tayn", "sekretn", "future", "draft", "secret"]
    output = output_of(project(tmp_path))
    for path, data in output.items():
        for secret in secrets:
            assert secret not in path
            assert secret not in data.decode(errors="replace"), path


def test_it_appears_in_the_first_build_after_its_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = project(tmp_path)
    monkeypatch.setenv("VITRINA_NOW", "2027-01-12 09:59")
    assert "blog/tayna-buduschey-nedeli/index.html" not in output_of(settings)
    monkeypatch.setenv("VITRINA_NOW", "2027-01-12 10:00")
    output = output_of(settings)
    assert "blog/tayna-buduschey-nedeli/index.html" in output
    link = '<a href="/blog/tayna-buduschey-nedeli/">о\u00a0грядущем</a>'
    assert link in output["dostavka/index.html"].decode()


def test_facts_stay_out_of_the_output(tmp_path: Path) -> None:
    output = output_of(project(tmp_path))

    assert not [path for path in output if path.endswith((".csv", ".yaml", ".md"))]
    assert not [path for path in output if path.startswith("data/")]
    assert not [path for path, data in output.items() if b"40702810600000000001" in data]


def test_the_ordinary_pelican_command_builds_the_same_site(tmp_path: Path) -> None:
    expected = output_of(project(tmp_path))
    done = run(tmp_path, "pelican", "-s", "pelicanconf.py", "-o", "by-pelican")
    output = tmp_path / "by-pelican"
    files = sorted(f for f in output.rglob("*") if f.is_file())

    assert done.returncode == 0, done.stderr
    assert expected == {f.relative_to(output).as_posix(): f.read_bytes() for f in files}


def test_the_pelican_command_ends_with_all_problems_and_no_traceback(tmp_path: Path) -> None:
    project(tmp_path, {"ru/blog/bad.md": "Title: Плохая\nDate: завтра\n\nТекст.\n"})
    done = run(tmp_path, "pelican", "-s", "pelicanconf.py")

    assert done.returncode == 1
    assert "content/ru/blog/bad.md:2: Date: expected a date" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_plugin_that_cannot_be_imported_ends_the_build(tmp_path: Path) -> None:
    settings = with_toys(tmp_path, "", [*PLUGINS, "plugins.no_such_thing"])
    with pytest.raises(ProblemsFound) as problems:
        build(settings, tmp_path / "output")

    assert "plugins.no_such_thing" in problems.value.in_language("en")


def test_a_mistake_in_a_template_names_file_and_line(tmp_path: Path) -> None:
    settings = project(tmp_path)
    template = tmp_path / "theme" / "templates" / "article.html"
    template.write_text(template.read_text("utf-8") + "{{ nonsense.here }}{% if %}", "utf-8")
    with pytest.raises(ProblemsFound) as problems:
        build(settings, tmp_path / "output")

    assert "article.html:6" in problems.value.in_language("en")


def test_no_front_matter_key_publishes_a_draft_or_stops_a_foreign_article(tmp_path: Path) -> None:
    leak = "Title: x\nDate: 2026-11-01\nStatus: draft\nSave_as: a.html\nOverride_save_as: leak.html"
    foreign = "Title: y\nDate: 2026-11-01\nContent: q\nSettings: q\nTimezone: q\nBelow_content: q"
    files = {"ru/blog/leak.md": f"{leak}\n\nтайна\n", "ru/blog/f.md": f"{foreign}\n\nтекст\n"}
    output = output_of(project(tmp_path, files))

    assert "blog/y/index.html" in output
    assert not [path for path, data in output.items() if "тайна".encode() in data]


def test_files_that_only_drafts_refer_to_stay_out_of_the_output(tmp_path: Path) -> None:
    draft = "Title: x\nDate: 2026-11-01\nStatus: draft\n\n[файл]({static}secret.txt)\n"
    shown = "Title: y\nDate: 2026-11-01\n\n[файл]({static}shown.txt)\n"
    files: dict[str, str | bytes | None] = {
        "ru/blog/x.md": draft,
        "ru/blog/y.md": shown,
        "ru/blog/secret.txt": "тайна",
        "ru/blog/shown.txt": "не тайна",
    }
    output = output_of(project(tmp_path, files))

    assert "ru/blog/shown.txt" in output
    assert "ru/blog/secret.txt" not in output


def test_hidden_files_of_other_programs_are_passed_over(tmp_path: Path) -> None:
    plain = output_of(project(tmp_path / "plain"))
    files: dict[str, str | bytes | None] = {
        "ru/blog/._mac.md": b"\x00\x05",
        "ru/blog/.x.md": "x",
        "ru/pages/__y.md": "y",
    }

    assert plain == output_of(project(tmp_path / "hidden", files))


def test_marks_of_foreign_code_fences_are_left_out(tmp_path: Path) -> None:
    fences = "1. Список\n\n    ```js {1,3}\n    a < b\n    ```\n\n```js src/App.js\nc\n```\n"
    text = f"Title: y\nDate: 2026-11-01\n\n{fences}"
    html = output_of(project(tmp_path, {"ru/blog/y.md": text}))["blog/y/index.html"].decode()

    assert '<pre class="highlight"><code class="language-js">a &lt; b</code></pre>' in html
    assert '<pre class="highlight"><code class="language-js">c</code></pre>' in html


def test_publishing_settings_work_with_pelicans_own_command(tmp_path: Path) -> None:
    project(tmp_path)
    pelican = Path(sys.executable).with_name("pelican")
    done = subprocess.run(
        [pelican, "-s", "publishconf.py"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "ru_RU.UTF-8", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "put your own facts here" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "Locale" not in done.stdout + done.stderr


def test_a_theme_that_lacks_something_is_an_error_without_a_traceback(tmp_path: Path) -> None:
    settings = project(tmp_path)
    template = tmp_path / "theme/templates/page.html"
    template.write_text(
        '{% extends "base.html" %}{% block body %}{% include "no.html" %}{% endblock %}'
    )
    with pytest.raises(ProblemsFound) as problems:
        build(settings, tmp_path / "output")
    assert "page.html:1: the theme has no template no.html" in problems.value.in_language("en")

    template.unlink()
    with pytest.raises(ProblemsFound) as problems:
        build(settings, tmp_path / "output")
    assert "expected a template of the theme" in problems.value.in_language("en")

    (tmp_path / "theme").rename(tmp_path / "gone")
    with pytest.raises(ProblemsFound) as problems:
        build(settings, tmp_path / "output")
    assert "pelicanconf.py: Could not find the theme" in problems.value.in_language("en")

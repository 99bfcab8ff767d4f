"""The filters in templates: plain values in and out, an error with the phrase, enough speed."""

import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined

from plugins.words.counts import counted
from plugins.words.inflection import NoFormError, case
from plugins.words.where import where
from tests.sites import ROOT
from tests.words.inflection.tables import rows

FILTERS = {"case": case, "where": where, "counted": counted}


def environment(loader: DictLoader | FileSystemLoader) -> Environment:
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    made.filters |= FILTERS
    return made


def test_plain_values_in_templates() -> None:
    template = (
        "{{ 'доставка из Китая' | case('ablt') }}, {{ city | where }}, {{ 5 | counted('год') }}"
    )
    made = environment(DictLoader({"page.html": template})).get_template("page.html")

    assert made.render(city="Крым") == "доставкой из Китая, в Крыму, 5\u00a0лет"


def test_an_error_knows_its_template_and_line(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>\n{{ 'зюзюблик' | case('ablt') }}\n", "utf-8")
    template = environment(FileSystemLoader(tmp_path)).get_template("page.html")

    with pytest.raises(NoFormError, match="зюзюблик") as error:
        template.render()

    places = traceback.extract_tb(error.value.__traceback__)
    assert (str(tmp_path / "page.html"), 2) in [(place.filename, place.lineno) for place in places]


def test_a_thousand_phrases_take_little_time() -> None:
    program = (
        "import sys, time; from plugins.words.inflection import case\n"
        "phrases = sys.stdin.read().splitlines(); case('стол', 'gent')\n"
        "start = time.process_time()\n"
        "[case(phrase, name) for phrase in phrases for name in ('gent', 'datv', 'ablt', 'loct')]\n"
        "print(time.process_time() - start)"
    )
    phrases = "\n".join(row[0] for row in (*rows("phrases.txt"), *rows("cities.txt")))
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=phrases,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert float(done.stdout) < 5

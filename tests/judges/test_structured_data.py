"""What the judges of structured data are shown, and what is read of their answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from judges.defect import Defect
from judges.json_ld import scripts_of
from judges.structured_data import (
    one_of_each_kind,
    read_rich_results,
    read_tsc,
    rich_results,
    schema_dts,
    vocabulary,
)
from tests.judges.conftest import Play

PAGE, OTHER = Path("/site/index.html"), Path("/site/x/index.html")
SAID = """1.ts(8,15): error TS2353: '"priceCurency"' does not exist in type 'Offer'.
  The expected type comes from property 'offers'
"""


def issue(severity: str, *names: str) -> dict[str, object]:
    """What the validator has against a field of an offer."""
    return {
        "page": str(PAGE),
        "type": "Offer",
        "format": "jsonld",
        "severity": severity,
        "message": "Not so.",
        "fieldNames": list(names),
    }


def test_only_scripts_with_json_ld_are_read() -> None:
    html = """<script>let a = 1</script>
    <script type="application/ld+json">{"a": "</b>"}</script>"""
    assert scripts_of(html) == ['{"a": "</b>"}']


def test_one_page_of_each_set_of_types_is_judged() -> None:
    product = '{"@type":"Product","offers":{"@type":"Offer"}}'
    scripts = {PAGE: [product], OTHER: [product], Path("/site/y.html"): ['{"@type": "WebPage"}']}

    assert list(one_of_each_kind(scripts)) == [PAGE, Path("/site/y.html")]


def test_an_error_of_the_compiler_is_one_of_its_page() -> None:
    assert list(read_tsc(SAID, [PAGE, OTHER])) == [
        Defect(OTHER, 0, "schema-dts", "TS2353: '\"priceCurency\"' does not exist in type 'Offer'.")
    ]


def test_errors_and_warnings_of_the_validator_count() -> None:
    found = list(read_rich_results([issue("ERROR", "price"), issue("WARNING", "availability")]))
    assert found == [Defect(PAGE, 0, "rich results", "jsonld, Offer: Not so.")] * 2


@pytest.mark.parametrize("names", [("aggregateRating",), ("gtin8", "gtin13"), ("offers.gtin",)])
def test_wishes_for_what_no_data_hold_do_not_count(names: tuple[str, ...]) -> None:
    assert not list(read_rich_results([issue("WARNING", *names)]))
    assert list(read_rich_results([issue("ERROR", *names)]))


def test_the_vocabulary_is_written_as_its_own_file_tells_it() -> None:
    known = {entry["@id"]: entry for entry in vocabulary()["@graph"]}

    assert known["schema:Product"]["rdfs:subClassOf"] == [{"@id": "schema:Thing"}]
    assert {"@id": "schema:Offer"} in known["schema:priceCurrency"]["schema:domainIncludes"]


def test_a_compiler_that_is_not_there_ends_the_run(play: Play) -> None:
    play("structured_data", "tsc", "#!/bin/sh\necho out of memory >&2\nexit 2\n")

    with pytest.raises(SystemExit, match="tsc: out of memory"):
        schema_dts([])


def test_the_judges_are_those_of_make_judges() -> None:
    from judges.judge import JUDGES

    assert {schema_dts, rich_results} <= set(JUDGES)

import pytest

from plugins.audit.checks.ticked_box import ticked_box
from plugins.language.problems import Severity
from tests.audit.subjects import found, subject


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<form><input type="checkbox" name="ok" checked></form>', "ok"),
        ('<input checked="checked" id="extra" type="CHECKBOX">', "extra"),
        ("<form><input type=checkbox checked></form>", "checkbox"),
    ],
)
def test_a_box_that_is_ticked(html: str, name: str) -> None:
    assert found(ticked_box, subject({"a/index.html": html})) == [
        (
            "ticked-box",
            Severity.ERROR,
            "output/a/index.html",
            0,
            f"the box «{name}» is ticked beforehand",
        )
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<input type="checkbox" name="ok">',
        '<input type="radio" name="route" checked>',
        "<p>checked by us</p>",
        "<!-- <input type=checkbox checked> -->",
    ],
)
def test_boxes_that_wait_for_the_visitor(html: str) -> None:
    assert found(ticked_box, subject({"a/index.html": html})) == []

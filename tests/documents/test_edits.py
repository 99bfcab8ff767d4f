"""Edits at places: what is not edited keeps its bytes."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from plugins.documents import Edit, Site
from plugins.documents.edits import applied, edited
from tests.documents.examples import document, site

PLACES = st.lists(st.integers(0, 40), min_size=0, max_size=12).map(sorted)


@given(st.text(min_size=40, max_size=60), PLACES)
def test_insertions_taken_out_again_give_the_body_back(body: str, places: list[int]) -> None:
    found = document(body=body)
    mark = "\ue000"
    new = applied(body, [Edit(found, place, place, mark) for place in places])

    assert len(body) + len(places) == len(new)
    assert body.replace(mark, "") == new.replace(mark, "")


@given(st.text(min_size=40, max_size=60), PLACES)
def test_the_order_of_edits_does_not_matter(body: str, places: list[int]) -> None:
    found = document(body=body)
    edits = [Edit(found, place, place + 1, "*") for place in dict.fromkeys(places)]

    assert applied(body, edits) == applied(body, edits[::-1])


def first(one: Site) -> Iterator[Edit]:
    yield Edit(one.documents[0], 2, 4, "первый")


def second(one: Site) -> Iterator[Edit]:
    yield Edit(one.documents[0], 4, 6, "второй")


def insertion(one: Site) -> Iterator[Edit]:
    yield Edit(one.documents[0], 4, 4, "между")


def other_insertion(one: Site) -> Iterator[Edit]:
    yield Edit(one.documents[0], 4, 4, "тоже между")


def inside(one: Site) -> Iterator[Edit]:
    yield Edit(one.documents[0], 3, 3, "внутри")


def test_neighbours_do_not_overlap() -> None:
    one = site(document(body="0123456789"))
    bodies, problems = edited(one, [second, insertion, first])

    assert problems == []
    assert bodies == {"ru/pages/x.md": "01первыймеждувторой6789"}


def test_an_edit_inside_another_and_two_insertions_at_one_place_are_conflicts() -> None:
    one = site(document(body="0123456789"))
    for editors in ([first, inside], [insertion, other_insertion]):
        bodies, problems = edited(one, editors)

        assert bodies == {}
        assert len(problems) == 1
        for editor in editors:
            assert f"tests.documents.test_edits.{editor.__name__}" in problems[0].in_language("en")

"""An article's author is one of the firm's people, if the firm knows them."""

import pytest

from plugins.company import Company, author_of, person_url
from tests.company.records import COMPANY, TEXT
from tests.documents.examples import document, site

PERSON = {
    "key": "vetrova",
    "name": {"ru": "Марина Ветрова", "en": "Marina Vetrova"},
    "role": TEXT,
    "about": TEXT,
}
FIRM = Company.model_validate(COMPANY | {"people": [PERSON]})


@pytest.mark.parametrize("written", ["vetrova", "Марина Ветрова", "Marina Vetrova"])
def test_a_key_or_a_name_in_either_language_names_a_person(written: str) -> None:
    assert author_of(document(author=written), FIRM) == FIRM.people[0]


@pytest.mark.parametrize("written", ["", "Ветрова", "Ли Вэй"])
def test_nobody_else_is_a_person_of_the_firm(written: str) -> None:
    assert author_of(document(author=written), FIRM) is None


def test_a_person_has_a_place_on_the_page_about_the_firm() -> None:
    about = document("ru/pages/about.md", url="o-nas/", template="about")
    here = site(about, document("en/pages/about.md"))

    assert person_url(here, "ru", FIRM.people[0]) == "o-nas/#vetrova_"
    assert person_url(here, "en", FIRM.people[0]) is None

"""Pictures in bodies: found in every spelling, set, and not a byte changed around them."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.company import Company, Products
from plugins.company.company import Person
from plugins.company.picture import Picture
from plugins.documents import Document, Status
from plugins.documents.absent import without_links_to_unpublished
from plugins.documents.edits import edited
from plugins.pictures import Album, PictureSettings
from plugins.pictures.bodies import pictures_in_bodies
from plugins.pictures.shown import shown_pictures
from plugins.pictures.store import Store
from tests.company.records import GROUP, PRODUCT, TEXT
from tests.documents.examples import document, site
from tests.pictures.examples import photo, saved

FILES = frozenset(
    {"pictures/a.jpg", "pictures/b b.png", "pictures/c.svg", "pictures/bad.jpg", "ru/blog/d.jpg"}
    | {"ru/blog/paper.pdf", "data/secret.jpg", "pictures/film.mp4"}
)
NOTHING = Products.model_validate({"products": []})
NOBODY = Company.model_construct(addresses=(), people=())  # type: ignore[call-arg]


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Album:
    content = tmp_path_factory.mktemp("content")
    for path in FILES:
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(saved(photo(64, 48)))
    (content / "pictures/c.svg").write_bytes(b'<svg viewBox="0 0 8 6"/>')
    (content / "pictures/bad.jpg").write_bytes(b"no picture")
    return Album(content, PictureSettings(widths=(32,)), Store(content / "cache"))


def article(body: str, **values: object) -> Document:
    return document("ru/blog/x.md", body, **values)


def body_of(album: Album, body: str, products: Products = NOTHING, **values: object) -> str:
    one = site(article(body, **values), files=FILES)
    pictures = partial(pictures_in_bodies, album=album, products=products, company=NOBODY)
    bodies, problems = edited(one, [pictures, without_links_to_unpublished])
    assert not problems
    return bodies.get("ru/blog/x.md", body)


@pytest.mark.parametrize(
    ("src", "file"),
    [
        ("{static}/pictures/a.jpg", "pictures/a."),
        ("{static}../../pictures/a.jpg", "pictures/a."),
        ("|static|/pictures/a.jpg", "pictures/a."),
        ("{attach}d.jpg", "pictures/ru/blog/d."),
        ("{filename}/pictures/a.jpg", "pictures/a."),
        ("{static}/pictures/b%20b.png", "pictures/b%20b."),
        ("{static}/pictures/b b.png", "pictures/b%20b."),
        ("/pictures/a.jpg", "pictures/a."),
        ("/pictures/a.jpg?v=2#x", "pictures/a."),
        ("../../pictures/a.jpg", "pictures/a."),
        ("d.jpg", "pictures/ru/blog/d."),
    ],
)
def test_every_spelling_of_a_picture(album: Album, src: str, file: str) -> None:
    page = body_of(album, f'<p><img alt="Печь" src="{src}"></p>')

    assert page.startswith("<p><picture><source")
    assert page.endswith('alt="Печь" src="' + page.rpartition('src="')[2])
    assert f'src="/{file}' in page
    assert "{static}" not in page


@pytest.mark.parametrize(
    "src",
    [
        "https://e.ru/pictures/a.jpg",
        "//e.ru/a.jpg",
        "data:image/png;base64,AAAA",
        "/pictures/none.jpg",
        "{static}/pictures/none.jpg",
        "{static}/data/secret.jpg",
        "../../../pictures/a.jpg",
        "#a",
        "",
    ],
)
def test_what_is_elsewhere_or_nowhere_or_no_one_s_business_stays(album: Album, src: str) -> None:
    body = f'<p><img alt="Печь" src="{src}"> <a href="{src}">x</a></p>'

    assert body_of(album, body) == body


def test_a_picture_that_cannot_be_shown_leaves_its_words(album: Album) -> None:
    body = (
        '<p>До <img alt="Печь &amp; &lt;стол&gt;" src="{static}/pictures/bad.jpg"> после, '
        '<a href="{static}/pictures/bad.jpg">ссылка</a>.</p>'
    )

    assert body_of(album, body) == "<p>До Печь &amp; &lt;стол&gt; после, ссылка.</p>"


def test_links_lead_to_what_is_made_and_papers_stay(album: Album) -> None:
    body = (
        '<a class="x" href="{static}/pictures/a.jpg"><img src="{static}/pictures/c.svg" alt=""></a>'
        '<a href="{static}/pictures/c.svg">c</a><a href="{static}paper.pdf">p</a>'
    )
    page = body_of(album, body)

    assert page.startswith('<a class="x" href="/pictures/a.')
    assert '-64.jpg"><img width="8" height="6"' not in page
    assert '<a href="/pictures/c.svg">c</a><a href="{static}paper.pdf">p</a>' in page


def test_a_film_s_still_is_one_that_is_made(album: Album) -> None:
    page = body_of(
        album, '<video poster="{static}/pictures/a.jpg" src="{static}/pictures/film.mp4"></video>'
    )

    assert page.startswith('<video poster="/pictures/a.')
    assert page.endswith('.jpg" src="{static}/pictures/film.mp4"></video>')


def test_an_author_s_picture_element_gets_no_second_one(album: Album) -> None:
    body = '<picture><source srcset="x"><img src="/pictures/a.jpg"></picture><img src="d.jpg">'
    page = body_of(album, body)

    assert page.startswith('<picture><source srcset="x"><img width="32" height="24"')
    assert page.count("<picture>") == 2


def test_only_the_first_picture_of_the_first_screen_comes_first(album: Album) -> None:
    picture = '<img src="/pictures/a.jpg" alt="a">'
    near = body_of(album, f"<p>Слово</p>{picture}{picture}")
    far = body_of(album, f"<p>{'Слово ' * 100}</p>{picture}")

    assert near.count('fetchpriority="high"') == near.count('loading="lazy"') == 1
    assert near.index("fetchpriority") < near.index("loading")
    assert (far.count("fetchpriority"), far.count('loading="lazy"')) == (0, 1)


def products(*files: str) -> Products:
    pictures = [{"file": file, "alt": TEXT} for file in files]
    return Products.model_validate(
        {"groups": [GROUP], "products": [PRODUCT | {"sku": "K-1", "pictures": pictures}]}
    )


def test_a_product_s_own_picture_comes_before_those_of_its_text(album: Album) -> None:
    picture = '<img src="/pictures/a.jpg" alt="a">'
    page = body_of(album, picture, products("pictures/c.svg"), product="K-1")

    assert "fetchpriority" not in page


@pytest.mark.parametrize(
    ("status", "shown"),
    [(Status.PUBLISHED, {"pictures/a.jpg", "pictures/c.svg"}), (Status.DRAFT, set())],
)
def test_pictures_of_drafts_and_of_products_that_only_drafts_describe_are_not_shown(
    status: Status, shown: set[str]
) -> None:
    draft = article('<img src="/pictures/a.jpg">', product="K-1", status=status)
    one = site(draft, files=FILES)

    assert shown_pictures(one, products("pictures/c.svg", "pictures/none.svg"), NOBODY) == shown


def test_maps_and_photographs_of_the_company_are_shown() -> None:
    face = {"file": "pictures/c.svg", "alt": {"ru": "Схема", "en": "Scheme"}}
    person = Person.model_construct(photo=Picture.model_validate(face))  # type: ignore[call-arg]
    company = Company.model_construct(addresses=(), people=(person,))  # type: ignore[call-arg]

    assert shown_pictures(site(files=FILES), NOTHING, company) == {"pictures/c.svg"}


PIECES = [
    "<p>", "</p>", '<img src="{static}/pictures/a.jpg" alt="x">', "<img src='/pictures/c.svg'>",
    "<img src=d.jpg>", "<IMG\nSRC = \"{static}/pictures/a.jpg\"\n/>", "<img>", "<img src>",
    '<a href="{static}/pictures/a.jpg">', "<a href=x>", "</a>", "<picture>", "</picture>",
    "<!-- <img src='/pictures/a.jpg'> -->", "<script>'<img src=/pictures/a.jpg>'</script>",
    "<style>", "</style>", "&amp", "&lt;", "<", ">", "'", '"', "текст ", "\n", "\u00a0", "🙂",
    '<img src="{static}/pictures/bad.jpg" alt="слова">', "<img src=\"/pictures/a.jpg", "<video",
    '<video poster="/pictures/a.jpg">', "<![CDATA[", "]]>", '<source src="d.jpg">',
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
@settings(deadline=None, max_examples=300)
def test_text_and_foreign_tags_around_pictures_keep_their_bytes(album: Album, body: str) -> None:
    one = site(article(body), files=FILES)
    edits = sorted(pictures_in_bodies(one, album, NOTHING, NOBODY), key=lambda e: (e.start, e.end))
    at = 0
    for edit in edits:
        assert at <= edit.start <= edit.end
        old = body[edit.start : edit.end]
        assert old.startswith("<")
        assert old.endswith(">")
        assert "pictures/" in old or "d.jpg" in old or old == "</a>"
        at = edit.end
    page = body_of(album, body)
    rest = page
    at = 0
    for edit in edits:
        kept = body[at : edit.start]
        assert rest.startswith(kept)
        rest = rest[len(kept) :]
        assert rest.startswith(edit.html)
        rest = rest[len(edit.html) :]
        at = edit.end
    assert rest == body[at:]


def test_a_body_without_pictures_is_left_alone(album: Album) -> None:
    body = Path(__file__).read_text("utf-8").replace("<", "&lt;")

    assert body_of(album, body) == body

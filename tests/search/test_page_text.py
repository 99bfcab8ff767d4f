"""What of a page is searched."""

import pytest

from plugins.search.page_text import PageText, Section, page_text

PAGE = "<html lang=ru><head>{head}</head><body><header>Шапка</header>{main}<footer>Низ</footer>"


def read(main: str, head: str = "") -> PageText | None:
    return page_text(PAGE.format(head=head, main=main))


def text_of(main: str) -> str:
    found = read(f"<main data-pagefind-body>{main}</main>")
    assert found is not None
    return " ".join(found.pieces)


def test_the_heading_is_the_title_and_no_part_of_the_text() -> None:
    found = read("<main data-pagefind-body><h1>Печь <em>малая</em></h1><p>Греет.</p></main>")

    assert found == PageText("Печь малая", "", ["Греет."], [])


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        ("<p>Один</p><p>два</p>", "Один. два."),
        ("<p>пере<b>воз</b>чик</p>", "перевозчик."),
        ("<table><tr><th>Вес</th><td>152 кг</td></tr></table>", "Вес: 152 кг."),
        ("<p>А &amp; Б &lt;в&gt;</p>", "А & Б <в>"),
        ("<p>a\u200bb\u2060c\ufeffd</p>", "abcd."),
        ("<div data-pagefind-ignore><p>нет<p>и это</div><p>да</p>", "да."),
        ("<p>до <span data-pagefind-ignore>нет</span> после</p>", "до после."),
        ("<nav>нет</nav><form>нет</form><script>нет</script><p>да</p>", "да."),
        ("<p>до<br>после<img src=x alt=нет></p>", "до после."),
        ("<ul><li>один<li>два</ul><p>три</p>", "один два. три."),
    ],
)
def test_the_text(main: str, expected: str) -> None:
    assert text_of(main) == expected


def test_a_page_may_have_a_name_in_menus() -> None:
    found = read('<main data-pagefind-body data-search-name="О нас"><h1>Кто мы</h1></main>')

    assert found == PageText("Кто мы", "О нас", [], [])


def test_a_page_may_stand_behind_others() -> None:
    found = read("<main data-pagefind-body data-search-last><h1>Оферта</h1></main>")

    assert found == PageText("Оферта", "", [], [], last=True)


def test_what_stands_outside_the_body_is_left_out() -> None:
    assert read("<p>Мимо</p><main data-pagefind-body><p>Да</p></main><p>Мимо</p>") == PageText(
        "", "", ["Да."], []
    )


def test_sections_begin_at_their_headings() -> None:
    found = read(
        "<main data-pagefind-body><h1>Т</h1><p>Раз два.</p><h2 id=a>Три</h2><p>Четыре.</p>"
        "<h3>Пять</h3></main>"
    )

    assert found is not None
    assert found.pieces == ["Раз", "два.", "Три.", "Четыре.", "Пять."]
    assert found.sections == [Section("h2", "a", "Три", 2), Section("h3", "", "Пять", 4)]


@pytest.mark.parametrize(
    ("main", "head"),
    [
        ("<main><p>Не помечено</p></main>", ""),
        ("<main data-pagefind-body><p>Да</p></main>", '<meta name="robots" content="noindex">'),
        ("<main data-pagefind-body><p>Да</p></main>", '<meta name=ROBOTS content="none">'),
        ("<main data-pagefind-body><p>Да</p></main>", '<meta http-equiv="refresh" content="0">'),
        ("<main data-pagefind-body></main>", ""),
    ],
)
def test_pages_that_are_not_searched(main: str, head: str) -> None:
    assert read(main, head) is None

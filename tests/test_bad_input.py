"""Bad input: the whole message, in both languages, and what is right is built all the same."""

from pathlib import Path

import pytest

from tests.sites import ROOT, Files, complaints, project, run, warnings

ARTICLE = "Title: Статья\nDate: 2026-11-01\nDescription: О статье.\n\nТекст.\n"
COMPANY = (ROOT / "tests/site/content/data/company.yaml").read_text("utf-8")

ERRORS: list[tuple[str, Files, list[str], list[str]]] = [
    (
        "a wrong date",
        {"ru/blog/x.md": ARTICLE.replace("2026-11-01", "31.02.2027")},
        [
            "content/ru/blog/x.md:2: Date: expected a date such as 2026-11-03 or "
            "2026-11-03 10:00, got '31.02.2027'"
        ],
        [
            "content/ru/blog/x.md:2: Date: ожидалось: дата, например 2026-11-03 или "
            "2026-11-03 10:00; получено: '31.02.2027'"
        ],
    ),
    (
        "no date",
        {"ru/blog/x.md": "Title: Статья\n\nТекст.\n"},
        [
            "content/ru/blog/x.md:1: Date: expected a line «Date: …» at the top of the file, "
            "got nothing"
        ],
        [
            "content/ru/blog/x.md:1: Date: ожидалось: строка «Date: …» в начале файла; "
            "получено: ничего"
        ],
    ),
    (
        "a last day before the first",
        {"ru/blog/x.md": ARTICLE.replace("\n\n", "\nExpires: 2026-11-01 00:00+0300\n\n")},
        [
            "content/ru/blog/x.md:4: Expires: expected a moment after Date, "
            "got '2026-11-01 00:00+0300'"
        ],
        [
            "content/ru/blog/x.md:4: Expires: ожидалось: момент позже Date; "
            "получено: '2026-11-01 00:00+0300'"
        ],
    ),
    (
        "no front matter",
        {"ru/pages/x.md": "Просто текст.\n"},
        [
            "content/ru/pages/x.md:1: Title: expected a line «Title: …» at the top of the file, "
            "got nothing; begin the file with lines such as «Title: …»"
        ],
        [
            "content/ru/pages/x.md:1: Title: ожидалось: строка «Title: …» в начале файла; "
            "получено: ничего; начните файл со строк вида «Title: …»"
        ],
    ),
    (
        "an unknown status",
        {"ru/blog/x.md": ARTICLE.replace("\n\n", "\nStatus: publshed\n\n")},
        [
            "content/ru/blog/x.md:4: Status: expected one of idea, draft, ready, published, "
            "hidden, skip, got 'publshed'"
        ],
        [
            "content/ru/blog/x.md:4: Status: ожидалось: одно из: idea, draft, ready, published, "
            "hidden, skip; получено: 'publshed'"
        ],
    ),
    (
        "a key one letter from a known one",
        {"ru/blog/x.md": ARTICLE.replace("Description", "Desription")},
        [
            "content/ru/blog/x.md:3: Desription: expected a known key, got 'Desription'; "
            "did you mean Description?"
        ],
        [
            "content/ru/blog/x.md:3: Desription: ожидалось: известное поле; "
            "получено: 'Desription'; может быть, Description?"
        ],
    ),
    (
        "a key with a Russian letter",
        {"ru/blog/x.md": ARTICLE.replace("\n\n", "\nСategory: Уход\n\n")},
        [
            "content/ru/blog/x.md:4: expected a line «Key: value», or an empty line before the "
            "text, got 'Сategory: Уход'; did you mean Category:?"
        ],
        [
            "content/ru/blog/x.md:4: ожидалось: строка «Поле: значение» или пустая строка перед "
            "текстом; получено: 'Сategory: Уход'; может быть, Category:?"
        ],
    ),
    (
        "a product's text without its sku",
        {"ru/products/x.md": "Title: Самовар\n\nГреет.\n"},
        [
            "content/ru/products/x.md:1: Product: expected a line «Product: …» at the top of the "
            "file, got nothing"
        ],
        [
            "content/ru/products/x.md:1: Product: ожидалось: строка «Product: …» в начале файла; "
            "получено: ничего"
        ],
    ),
    (
        "an empty file",
        {"ru/blog/x.md": ""},
        ["content/ru/blog/x.md:1: expected a text with a Title, got an empty file"],
        ["content/ru/blog/x.md:1: ожидалось: текст с заголовком (Title); получено: пустой файл"],
    ),
    (
        "a file that is not UTF-8",
        {"ru/blog/x.md": "Title: Статья\nDate: 2026-11-01\n".encode("cp1251")},
        [
            "content/ru/blog/x.md:1: expected UTF-8 text, got byte 0xD1; "
            "save the file as UTF-8 (it may be Windows-1251 now)"
        ],
        [
            "content/ru/blog/x.md:1: ожидалось: текст в кодировке UTF-8; получено: байт 0xD1; "
            "сохраните файл в UTF-8 (сейчас, возможно, Windows-1251)"
        ],
    ),
    (
        "two equal slugs",
        {
            "ru/blog/x.md": ARTICLE.replace("\n\n", "\nSlug: odna\n\n"),
            "ru/blog/y.md": ARTICLE.replace("\n\n", "\nSlug: odna\n\n"),
        },
        [
            "content/ru/blog/y.md:4: Slug: the address /blog/odna/ belongs to "
            "content/ru/blog/x.md already; give one of them another Slug"
        ],
        [
            "content/ru/blog/y.md:4: Slug: адрес /blog/odna/ уже занят: "
            "content/ru/blog/x.md; дайте одному из них другой Slug"
        ],
    ),
    (
        "a slug that is no address",
        {"ru/blog/x.md": ARTICLE.replace("\n\n", "\nSlug: моя статья?\n\n")},
        [
            "content/ru/blog/x.md:4: Slug: expected letters, digits and hyphens without spaces, "
            "got 'моя статья?'"
        ],
        [
            "content/ru/blog/x.md:4: Slug: ожидалось: буквы, цифры и дефисы без пробелов; "
            "получено: 'моя статья?'"
        ],
    ),
    (
        "a changed address of a published document",
        {
            "ru/pages/delivery.md": "Title: Доставка\nSlug: kak-vezyom\n\nЕдет.\n",
            "data/redirects.csv": "from,to\n",
        },
        [
            "content/ru/pages/delivery.md:2: Slug: its published address was /dostavka/, now it "
            "is /kak-vezyom/; add the line «/dostavka/,/kak-vezyom/» to "
            "content/data/redirects.csv or bring the old Slug back"
        ],
        [
            "content/ru/pages/delivery.md:2: Slug: опубликованный адрес был /dostavka/, теперь "
            "он /kak-vezyom/; добавьте в content/data/redirects.csv строку "
            "«/dostavka/,/kak-vezyom/» или верните прежний Slug"
        ],
    ),
    (
        "a published document that has gone",
        {
            "ru/pages/delivery.md": None,
            "data/redirects.csv": "from,to\n",
            "ru/pages/index.md": "Title: Главная\n\nТекст.\n",
            "ru/blog/choosing.md": ARTICLE,
        },
        [
            "content/ru/pages/delivery.md: Slug: /dostavka/ was published and nothing answers "
            "there now; add the line «/dostavka/,/» (or a better target) to "
            "content/data/redirects.csv"
        ],
        [
            "content/ru/pages/delivery.md: Slug: адрес /dostavka/ был опубликован, а теперь "
            "по нему ничего нет; добавьте в content/data/redirects.csv строку «/dostavka/,/» "
            "(или с более точным адресом)"
        ],
    ),
    (
        "redirects in a circle",
        {"data/redirects.csv": "from,to\n/a/,/b/\n/b/,/a/\n"},
        [
            "content/data/redirects.csv:2: /a/: the redirect leads back to itself; "
            "remove or change this line",
            "content/data/redirects.csv:3: /b/: the redirect leads back to itself; "
            "remove or change this line",
        ],
        [
            "content/data/redirects.csv:2: /a/: перенаправление ведёт само на себя; "
            "удалите или исправьте эту строку",
            "content/data/redirects.csv:3: /b/: перенаправление ведёт само на себя; "
            "удалите или исправьте эту строку",
        ],
    ),
    (
        "a text without its product",
        {"ru/products/x.md": "Title: Самовар\nProduct: S-1\n\nГреет.\n"},
        [
            "content/ru/products/x.md:2: Product: expected a sku of content/data/products.yaml "
            "(K-2), got 'S-1'"
        ],
        [
            "content/ru/products/x.md:2: Product: ожидалось: артикул из "
            "content/data/products.yaml (K-2); получено: 'S-1'"
        ],
    ),
    (
        "a product without its text",
        {"ru/products/kettle.md": None},
        [
            "content/data/products.yaml:5: K-2: expected a text with «Product: K-2» in "
            "content/ru/products, got nothing"
        ],
        [
            "content/data/products.yaml:5: K-2: ожидалось: текст со строкой «Product: K-2» в "
            "content/ru/products; получено: ничего"
        ],
    ),
    (
        "two categories with one address",
        {"ru/blog/x.md": ARTICLE.replace("\n\n", "\nCategory: уход\n\n")},
        [
            "content/ru/blog/x.md:4: Category: expected «Уход», as elsewhere (one address for "
            "both), got «уход»"
        ],
        [
            "content/ru/blog/x.md:4: Category: ожидалось: «Уход», как в других статьях (адрес у "
            "них общий); получено: «уход»"
        ],
    ),
    (
        "a template that the theme lacks",
        {"ru/pages/x.md": "Title: Страница\nTemplate: pge\n\nТекст.\n"},
        ["content/ru/pages/x.md:2: Template: expected a template of the theme (page), got 'pge'"],
        ["content/ru/pages/x.md:2: Template: ожидалось: шаблон темы (page); получено: 'pge'"],
    ),
    (
        "a page at the address of the feed",
        {"ru/pages/x.md": "Title: Страница\nURL: feed.xml\n\nТекст.\n"},
        [
            "feed.xml: the address /feed.xml belongs to content/ru/pages/x.md already; "
            "give one of them another Slug"
        ],
        [
            "feed.xml: адрес /feed.xml уже занят: content/ru/pages/x.md; "
            "дайте одному из них другой Slug"
        ],
    ),
    (
        "a redirect that hides a live page, and one that stands twice",
        {"data/redirects.csv": "from,to\n/dostavka/,/\n/a/,/\n/a/,/blog/\n"},
        [
            "content/data/redirects.csv:2: /dostavka/: the address /dostavka/ belongs to "
            "content/ru/pages/delivery.md already; give one of them another Slug",
            "content/data/redirects.csv:3: /a/: the address /a/ belongs to "
            "content/data/redirects.csv already; give one of them another Slug",
        ],
        [
            "content/data/redirects.csv:2: /dostavka/: адрес /dostavka/ уже занят: "
            "content/ru/pages/delivery.md; дайте одному из них другой Slug",
            "content/data/redirects.csv:3: /a/: адрес /a/ уже занят: "
            "content/data/redirects.csv; дайте одному из них другой Slug",
        ],
    ),
    (
        "a redirect into nowhere",
        {"data/redirects.csv": "from,to\n/a/,/nowhere/\n"},
        ["content/data/redirects.csv:2: /a/: expected an address of the site, got '/nowhere/'"],
        [
            "content/data/redirects.csv:2: /a/: ожидалось: адрес на этом сайте; "
            "получено: '/nowhere/'"
        ],
    ),
    (
        "a link to a file of facts",
        {"ru/blog/x.md": ARTICLE.replace("Текст.", "[цены]({static}/data/products.yaml)")},
        [
            "content/ru/blog/x.md:5: {static}/data/products.yaml is a file of facts, it is not "
            "published; remove the link"
        ],
        [
            "content/ru/blog/x.md:5: {static}/data/products.yaml — файл с данными, он не "
            "публикуется; уберите ссылку"
        ],
    ),
    (
        "a language without a home page",
        {"en/pages/index.md": None},
        ["content/en/pages/index.md: expected a home page in this file, got nothing"],
        ["content/en/pages/index.md: ожидалось: главная страница в этом файле; получено: ничего"],
    ),
    (
        "a text that is no Markdown",
        {"ru/pages/x.html": "<p>Текст</p>"},
        ["content/ru/pages/x.html:1: expected Markdown in a file named *.md, got 'x.html'"],
        [
            "content/ru/pages/x.html:1: ожидалось: Markdown в файле с именем *.md; "
            "получено: 'x.html'"
        ],
    ),
    (
        "a file in no language's folder",
        {"fr/pages/x.md": "Title: Bonjour\n\nTexte.\n"},
        [
            "content/fr/pages/x.md:1: the file is in no language's folder; "
            "move it to one of content/ru/, content/en/"
        ],
        [
            "content/fr/pages/x.md:1: файл лежит не в папке языка; перенесите его в одну из "
            "папок: content/ru/, content/en/"
        ],
    ),
    (
        "a language that is not the folder's",
        {"ru/blog/x.md": ARTICLE.replace("\n\n", "\nLang: en\n\n")},
        ["content/ru/blog/x.md:4: Lang: expected ru, the language of the folder, got 'en'"],
        ["content/ru/blog/x.md:4: Lang: ожидалось: ru, язык папки; получено: 'en'"],
    ),
]

WARNINGS: list[tuple[str, Files, list[str], list[str]]] = [
    (
        "a missing picture",
        {"ru/blog/x.md": ARTICLE.replace("Текст.", "![Чайник]({static}/pictures/none.jpg)")},
        [
            "content/ru/blog/x.md:5: the picture {static}/pictures/none.jpg is not there; "
            "add the file or mend its name"
        ],
        [
            "content/ru/blog/x.md:5: картинки {static}/pictures/none.jpg нет; "
            "добавьте файл или исправьте имя"
        ],
    ),
    (
        "a link to a missing file",
        {"ru/blog/x.md": ARTICLE.replace("Текст.", "Текст,\n[ещё]({filename}nowhere.md)")},
        [
            "content/ru/blog/x.md:6: the link {filename}nowhere.md leads to a file that is not "
            "there; mend or remove it"
        ],
        [
            "content/ru/blog/x.md:6: ссылка {filename}nowhere.md ведёт к файлу, которого нет; "
            "исправьте её или уберите"
        ],
    ),
    (
        "an article of 2 MB",
        {"ru/blog/x.md": ARTICLE + "Слово за слово.\n\n" * 74_000},
        [
            "content/ru/blog/x.md:1: expected at most 1 MB of Markdown, got 2.0 MB; "
            "split the text: nobody reads a page of that size on a phone"
        ],
        [
            "content/ru/blog/x.md:1: ожидалось: не больше 1 МБ текста; получено: 2.0 МБ; "
            "разделите текст: такую страницу никто не прочтёт с телефона"
        ],
    ),
]

DATA: list[tuple[str, Files, list[str], list[str]]] = [
    (
        "a broken YAML",
        {"data/company.yaml": "site: https://x.example\nbrand: {ru: Чайники\nemail: x\n"},
        [
            "content/data/company.yaml:3: expected valid YAML, got a quote or a bracket that is "
            "not closed; close it; it may stand in a line above"
        ],
        [
            "content/data/company.yaml:3: ожидалось: правильный YAML; получено: незакрытая "
            "кавычка или скобка; закройте её; она может стоять строкой выше"
        ],
    ),
    (
        "a wrong INN",
        {"data/company.yaml": COMPANY.replace("7700000009", "7700000008")},
        [
            "content/data/company.yaml:8: inn: expected an INN with right check digits, "
            "got '7700000008'"
        ],
        [
            "content/data/company.yaml:8: inn: ожидалось: ИНН с верными контрольными цифрами; "
            "получено: '7700000008'"
        ],
    ),
    (
        "a mistyped key and a wrong account",
        {
            "data/company.yaml": COMPANY.replace("short_name", "shortname").replace(
                "40702810600000000001", "40702810600000000011"
            )
        },
        [
            "content/data/company.yaml:1: short_name: expected a value, got nothing",
            "content/data/company.yaml:6: shortname: expected a known key, got 'shortname'; "
            "did you mean short_name?",
            "content/data/company.yaml:16: accounts[1].number: expected an account that fits "
            "the BIK (a digit is mistyped), got '40702810600000000011'",
        ],
        [
            "content/data/company.yaml:1: short_name: ожидалось: значение; получено: ничего",
            "content/data/company.yaml:6: shortname: ожидалось: известное поле; "
            "получено: 'shortname'; может быть, short_name?",
            "content/data/company.yaml:16: accounts[1].number: ожидалось: счёт, который подходит "
            "к БИК (в цифрах опечатка); получено: '40702810600000000011'",
        ],
    ),
    (
        "a broken CSV",
        {"data/redirects.csv": "from;target\n/a/;/b/\n"},
        ["content/data/redirects.csv:1: expected the columns to, got from, target"],
        ["content/data/redirects.csv:1: ожидалось: столбцы to; получено: from, target"],
    ),
    (
        "a row with too many cells, and a wrong cell",
        {"data/redirects.csv": "from,to\n/a/,/b/,/c/\nnowhere,/b/\n"},
        [
            "content/data/redirects.csv:2: expected 2 cells, got 3; "
            "put a text that holds the separator in double quotes",
            "content/data/redirects.csv:3: from: expected a path such as /old-page/, got 'nowhere'",
        ],
        [
            "content/data/redirects.csv:2: ожидалось: столько ячеек: 2; получено: 3; "
            "текст с разделителем внутри возьмите в двойные кавычки",
            "content/data/redirects.csv:3: from: ожидалось: путь, например /old-page/; "
            "получено: 'nowhere'",
        ],
    ),
]


def cases(table: list[tuple[str, Files, list[str], list[str]]]) -> pytest.MarkDecorator:
    rows = [pytest.param(*row[1:], id=row[0]) for row in table]
    return pytest.mark.parametrize(("files", "english", "russian"), rows)


@cases(ERRORS)
def test_an_error_stops_the_build(
    tmp_path: Path, files: Files, english: list[str], russian: list[str]
) -> None:
    assert {"en": english, "ru": russian} == complaints(project(tmp_path, files))


@cases(WARNINGS)
def test_a_warning_lets_the_build_go_on(
    tmp_path: Path, files: Files, english: list[str], russian: list[str]
) -> None:
    assert {"en": english, "ru": russian} == warnings(project(tmp_path, files))
    assert (tmp_path / "output/blog/statya/index.html").is_file()


@cases(DATA)
def test_an_error_of_a_data_file_stops_the_build(
    tmp_path: Path, files: Files, english: list[str], russian: list[str]
) -> None:
    assert {"en": english, "ru": russian} == complaints(project(tmp_path, files))


def test_all_errors_of_all_files_come_at_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {}
    expected: list[str] = []
    for _, table_files, english, _ in ERRORS[:6]:
        name = f"ru/blog/x{len(expected)}.md"
        text = next(iter(table_files.values()))
        if isinstance(text, str) and english[0].startswith("content/ru/blog/x.md"):
            files[name] = text.replace("Статья", f"Статья {name}")
            expected.append(english[0].replace("content/ru/blog/x.md", f"content/{name}"))

    assert len(expected) == 5
    assert sorted(expected) == sorted(complaints(project(tmp_path, files))["en"])


def test_a_broken_data_file_ends_every_command_without_a_traceback(tmp_path: Path) -> None:
    project(tmp_path, {"data/company.yaml": COMPANY.replace("RU", "Россия")})
    line = (
        "content/data/company.yaml:7: jurisdiction: ожидалось: две заглавные буквы по ISO 3166-1, "
        "например RU или CN; получено: 'Россия'"
    )
    done = run(tmp_path, "pelican", "-s", "pelicanconf.py", LANGUAGE="ru")

    assert done.returncode == 1
    assert line in done.stderr
    assert "Traceback" not in done.stderr


def test_publishing_refuses_warnings_and_the_example_company(tmp_path: Path) -> None:
    project(tmp_path, WARNINGS[0][1])
    done = run(tmp_path, "pelican", "-s", "publishconf.py")

    assert done.returncode == 1
    assert "pictures/none.jpg is not there" in done.stderr
    assert (
        "content/data/company.yaml: example: the company is the shipped example; "
        "put your own facts here and example: false" in done.stderr
    )


def test_an_unknown_key_is_no_error(tmp_path: Path) -> None:
    files = {"ru/blog/x.md": ARTICLE.replace("\n\n", "\nSidebar: off\n\n")}

    assert warnings(project(tmp_path, files))["en"] == []

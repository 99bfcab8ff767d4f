"""A map and texts in which every check of key phrases finds something."""

from tests.audit.phrase_texts import relevance_map, text, words

SILENT_HEADINGS = "<h2>Раз</h2><h2>Два</h2><h2>Три</h2>"
CROWDED = "<h2>Монтаж окон</h2>" * 4
KEYWORDS = {
    "ru": relevance_map(
        "доставка из китая,ru/pages/silent.md,10,,",
        "оплата рублями,ru/pages/heading.md,10,,",
        "печь,ru/pages/dense.md,10,,",
        "верстак,ru/pages/form.md,10,,",
        "монтаж окон,ru/pages/crowded.md,10,,",
        "монтаж окон цена,ru/pages/crowded.md,x,,",
        "цена монтажа окон,ru/pages/form.md,5,,",
        "сборка мебели,ru/pages/dense.md,5,,",
        "растаможкa,,10,,",
    )
}
DOCUMENTS = [
    text(
        "ru/pages/silent.md",
        f"<p>{words(300)}</p>{SILENT_HEADINGS}<img src='x.png'>"
        f"<p>{'Доставка из Китая. ' * 4}</p><p>{words(300)}</p>",
    ),
    text("ru/pages/heading.md", "<p>Оплата рублями.</p>", title="Оплата рублями"),
    text("ru/pages/dense.md", f"<p>{'Печь. Печи. ' * 5}{words(50)}</p>", title="Печь"),
    text("ru/pages/form.md", f"<p>{'Верстак. ' * 5}{words(95)}</p>", title="Верстак"),
    text("ru/pages/crowded.md", CROWDED, title="Монтаж окон"),
    text("ru/pages/other.md", title="Сборка мебели", description="Стол, стол, стол и стол"),
]
PAGES = {"heading/index.html": "<title>Оплата рублями</title><h1>Здравствуйте</h1>"}

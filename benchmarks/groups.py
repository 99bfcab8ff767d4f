"""How long grouping a large relevance map takes, beside reading the map.

    python benchmarks/groups.py [--phrases N] [--documents N] [--seed N]

Makes a map of distinct phrases (things, qualities, actions, places in their forms, with rare and
unknown words among them) and a site, reads the map, groups it and proposes documents. Prints the
seconds of both, their ratio and the peak of memory. Readings kept in .cache/ are not used.
"""

import argparse
import random
import resource
import time
from datetime import UTC, datetime

from plugins.documents.document import Document
from plugins.documents.site import Site
from plugins.documents.stages import Status
from plugins.keywords.groups import group_phrases
from plugins.keywords.relevance_map import read_map
from plugins.words import analysis
from plugins.words.analyzer import analyzer
from plugins.words.memory import Memory

HEADER = "phrase,document,frequency,group,note\n"
WORDS = {
    "things": "печь доставка смартфон баня товар посуда груз контейнер склад кухня шина диван стол "
    "стул лампа насос станок перевод посылка сумка куртка ботинок платье часы ножницы пальто "
    "коляска игрушка велосипед самокат ноутбук наушники кабель труба дверь окно замок пила сталь",
    "qualities": "русский детский рабочий дешевый новый красный большой складной китайский",
    "actions": "купить заказать выбрать печь сравнить доставить",
    "places": "москва китай казань владивосток пекин екатеринбург урал крым гуанчжоу",
    "brands": "iphone сяоми xiaomi сдэк лендинг кэшбэк грумминг вайлдберриз 1с бу",
    "prepositions": "в из на для с без до",
    "tails": "цена отзывы недорого оптом фото своими руками под ключ",
    "syllables": "ба во ги до ле мо ну ра си то фе хи ца ша",
}


def words_of(kind: str) -> list[str]:
    """The words of one row of the table."""
    return WORDS[kind].split()


def forms(words: list[str]) -> list[str]:
    """All forms of nouns and adjectives; other words as they are."""
    found = {form.word for word in words for form in analyzer().parse(word)[0].lexeme}
    return sorted(found)


def made(count: int, seed: int) -> list[str]:
    """So many distinct phrases of two to six words."""
    chance = random.Random(seed)
    unknown = ["".join(chance.choices(words_of("syllables"), k=4)) + "р" for _ in range(3000)]
    things, places = forms(words_of("things")), forms(words_of("places"))
    kinds = (
        forms(words_of("qualities")),
        words_of("actions"),
        words_of("tails"),
        words_of("brands"),
        [*unknown, *forms(unknown[:500])],
    )
    found: dict[str, None] = {}
    while len(found) < count:
        words = [chance.choice(things)]
        words += [chance.choice(kind) for kind in chance.sample(kinds, chance.randint(0, 3))]
        chance.shuffle(words)
        if chance.random() < 0.6:
            words += [chance.choice(words_of("prepositions")), chance.choice(places)]
        found[" ".join(words)] = None
    return list(found)


def site_of(count: int, phrases: list[str], seed: int) -> Site:
    """Documents of about 800 words made of the phrases' words."""
    chance, now = random.Random(seed), datetime(2026, 11, 22, tzinfo=UTC)
    documents = []
    for number in range(count):
        body = f"<h2>{chance.choice(phrases)}</h2><p>{' '.join(chance.sample(phrases, 200))}</p>"
        name = f"ru/blog/{number}.md"
        title = chance.choice(phrases)
        documents.append(
            Document(
                name, "ru", "article", title, "", name, name, Status.PUBLISHED, now, None, body
            )
        )
    return Site(tuple(documents), ("ru",), now)


def main() -> None:
    """Print seconds, ratio, groups and memory."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--phrases", type=int, default=100_000)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    phrases = made(options.phrases, options.seed)
    data = HEADER + "".join(f"{p},,{n * 7919 % 5000},,\n" for n, p in enumerate(phrases))
    site = site_of(options.documents, phrases, options.seed)
    empty = Memory(analysis.MEMORY_FILE.with_name("none"), "")
    analysis.memory = lambda: empty  # type: ignore[assignment]
    before = time.perf_counter()
    read = read_map(data.encode(), "keywords.csv", "ru")
    reading = time.perf_counter() - before
    groups = group_phrases(read.phrases)
    grouping = time.perf_counter() - before - reading
    proposed = sum(group.proposed is not None for group in group_phrases(read.phrases, "ru", site))
    whole = time.perf_counter() - before - reading - grouping
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(read.phrases):,} phrases, {len(groups):,} groups, {proposed:,} proposals")
    print(f"reading the map {reading:6.2f} s")
    print(f"grouping, cold  {grouping:6.2f} s  {grouping / reading:.1f} times the reading")
    print(f"grouping again and proposing among {options.documents:,} documents {whole:6.2f} s")
    print(f"peak memory     {peak:6.0f} MB")


if __name__ == "__main__":
    main()

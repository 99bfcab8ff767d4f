"""Short names that stay: anchors of pages, names for writers; each stands once in its list."""

from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator

from plugins.data_errors import matching, wrong_items
from plugins.language.messages import Message, message

T = TypeVar("T", bound=tuple[Any, ...])

Key = Annotated[str, matching(r"[\w-]+", message("a short name of letters, digits and hyphens"))]


def once(name: str, what: Message) -> AfterValidator:
    """A rule for a list: no two items have the same value in this field; `what` says it."""

    def each_once(items: T) -> T:
        first = dict[Any, int]()
        found = [getattr(item, name) for item in items]
        twice = [n for n, value in enumerate(found) if first.setdefault(value, n) != n]
        if twice:
            raise wrong_items(((n, name), what, found[n]) for n in twice)
        return items

    return AfterValidator(each_once)


EACH_KEY_ONCE = once("key", message("a key that nothing above has"))

"""What a robots.txt lets a robot read, by RFC 9309: the longest rule counts, Allow in a tie."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple


class Rule(NamedTuple):
    """A line of a group; `path` with its `*` and `$`."""

    allows: bool
    path: str


def rules_for(text: str, robot: str) -> tuple[Rule, ...]:
    """The rules of the groups that name a robot, else of those for all (`*`)."""
    groups: dict[str, list[Rule]] = {}
    robots: list[str] = []
    listening = False
    for line in text.splitlines():
        name, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        match name.lower():
            case "user-agent":
                robots = [*robots, value.lower()] if listening else [value.lower()]
                groups.setdefault(value.lower(), [])
            case "allow" | "disallow" if value:
                for named in robots:
                    groups[named].append(Rule(name.lower() == "allow", value))
        listening = name.lower() == "user-agent" or (listening and not name)
    return tuple(groups.get(robot.lower(), groups.get("*", [])))


def may_read(rules: Iterable[Rule], path: str) -> bool:
    """Whether a path, as it is asked for (`/a%20b/?c`), may be read."""
    fitting = [rule for rule in rules if _pattern(rule.path).match(path)]
    return max(fitting, key=lambda rule: (len(rule.path), rule.allows)).allows if fitting else True


@lru_cache(maxsize=4096)
def _pattern(path: str) -> re.Pattern[str]:
    end = "$" if path.endswith("$") else ""
    parts = re.split(r"\*+", path.removesuffix("$"))
    return re.compile(".*".join(map(re.escape, parts)) + (r"\Z" if end else ""), re.DOTALL)

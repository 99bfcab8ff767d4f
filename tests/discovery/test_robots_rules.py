"""Our reading of robots.txt beside Google's own, on what people and generators write."""

from urllib.parse import quote

from gpyrobotstxt.robots_cc import RobotsMatcher
from hypothesis import given
from hypothesis import strategies as st

from plugins.discovery.robots_rules import Rule, may_read, rules_for

FILE = """# comment
User-agent: Yandex
User-agent: Bing
Disallow: /a/ # here
Allow: /a/b

User-agent: *
Disallow: /
Clean-param: x

Sitemap: https://example.com/sitemap.xml
"""
RULES = st.text(alphabet="/ab*$?.", min_size=1, max_size=8).map(lambda path: f"/{path}")
# Without $: whether a rule that ends in it means the letter as well, parsers do not agree.
# Protego is no judge here: it measures «/*» as «/».
PATHS = st.text(alphabet="/ab*?.", min_size=1, max_size=8).map(lambda path: f"/{path}")


def test_each_robot_gets_the_rules_of_its_group() -> None:
    ours = (Rule(False, "/a/"), Rule(True, "/a/b"))

    assert rules_for(FILE, "Yandex") == rules_for(FILE, "bing") == ours
    assert rules_for(FILE, "Googlebot") == rules_for(FILE, "*") == (Rule(False, "/"),)
    assert rules_for("", "*") == rules_for("nonsense\nDisallow: /", "*") == ()


def test_the_longest_rule_counts_and_allow_in_a_tie() -> None:
    rules = rules_for(FILE, "Yandex")

    assert [may_read(rules, path) for path in ("/", "/a/", "/a/b", "/a/c")] == [
        True,
        False,
        True,
        False,
    ]
    assert may_read((Rule(False, "/x"), Rule(True, "/x")), "/x")


@given(st.lists(st.tuples(st.booleans(), RULES), max_size=4), PATHS)
def test_it_reads_as_googles_parser_does(rules: list[tuple[bool, str]], path: str) -> None:
    lines = "".join(f"{'Allow' if allows else 'Disallow'}: {rule}\n" for allows, rule in rules)
    text = f"User-agent: *\n{lines}"
    asked = quote(path, safe="/?=.*")

    google = RobotsMatcher().allowed_by_robots(
        text.encode(), ["Yandex"], f"https://example.com{asked}"
    )

    assert may_read(rules_for(text, "Yandex"), asked) is google

"""A secret of each kind and stage, and what makes it one at 10:00 on 12 January 2027."""

from tests.release.embargo import Secret

KINDS = (
    ("ru/blog", ""),
    ("en/blog", ""),
    ("ru/pages", ""),
    ("en/pages", ""),
    ("ru/questions", ""),
    ("en/questions", ""),
    ("ru/cases", "Sample: выдумано\n"),
    ("en/cases", "Sample: made up\n"),
    ("ru/products", "Product: {latin}-1\n"),
)


def secret(number: int, head: str, *, whole: bool = True) -> Secret:
    """A document of the kind of this number that is there as its head says."""
    place, about = KINDS[number % len(KINDS)]
    plain = Secret(number, place, head)
    return Secret(number, place, head, about.format(latin=plain.roots[1]), whole=whole)


NEVER = [
    secret(0, "Date: 2027-01-01\nStatus: draft\n"),
    secret(1, "Status: idea\n"),
    secret(2, "Status: draft\n"),
    secret(9, "Date: 2027-01-01\nStatus: ready\n", whole=False),
    secret(10, "Date: 2027-01-12 10:01\n"),
    secret(18, "Date: 2027-01-12 10:01\nStatus: ready\n"),
    secret(13, "Date: 2027-01-12 09:01+0200\n"),
    secret(14, "Date: 2027-01-12 07:01Z\nStatus: hidden\n"),
    secret(15, "Status: ready\n"),
    secret(7, "Date: 2027-03-01\nExpires: 2027-04-01\n"),
    secret(8, "Date: 2027-02-01\n"),
    secret(17, "Status: draft\n"),
    secret(19, "Date: 2027-01-01\nExpires: 2027-01-12 10:00\n"),
    secret(12, "Expires: 2026-12-31\n"),
    secret(26, "Expires: 2027-01-12\n"),
]

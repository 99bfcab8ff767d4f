"""Who writes which file of the output: two who want one file are an error that names both."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from plugins.documents.addresses import GONE, Redirect, file_of
from plugins.documents.moved import in_force
from plugins.documents.references import referred_files
from plugins.documents.site import Site
from plugins.language.messages import message
from plugins.language.problems import Problem, expected


@dataclass(frozen=True)
class Claim:
    """A file of the output (`blog/index.html`) and who writes it, with the place to mend."""

    save_as: str
    owner: str
    file: str
    line: int = 0
    place: str = ""


Claims = Callable[[Site], Iterable[Claim]]


def document_claims(site: Site) -> Iterator[Claim]:
    """The file of each live document."""
    for document in site.live:
        file = f"content/{document.source}"
        yield Claim(document.save_as, file, file, document.key_line("slug"), "Slug")


def static_claims(site: Site, folders: Iterable[str]) -> Iterator[Claim]:
    """Files of content/ that are published as they are; `folders` are published whole."""
    below = tuple(f"{folder}/" for folder in folders)
    for path in sorted({f for f in site.files if f.startswith(below)} | referred_files(site)):
        yield Claim(path, f"content/{path}", f"content/{path}")


def redirect_claims(
    site: Site, redirects: Iterable[Redirect], lines: Mapping[str, int]
) -> Iterator[Claim]:
    """The page at each old address; `lines` maps it to its line in redirects.csv.

    Where something is gone no page is written, and none may be.
    """
    for redirect in in_force(site, redirects):
        save_as = file_of(unquote(redirect.old).lstrip("/"))
        file = "content/data/redirects.csv"
        yield Claim(save_as, file, file, lines[redirect.old], redirect.old)


def clashes(site: Site, claims: Iterable[Claims]) -> list[Problem]:
    """Files that two want, and files where another needs a folder."""
    first: dict[str, Claim] = {}
    problems = []
    for claim in (claim for claims_of in claims for claim in claims_of(site)):
        owner = first.setdefault(claim.save_as, claim)
        if owner is not claim:
            problems.append(_taken(claim, owner))
    for claim in first.values():
        parts = claim.save_as.split("/")
        above = ("/".join(parts[:n]) for n in range(1, len(parts)))
        problems += [_taken(claim, first[folder]) for folder in above if folder in first]
    return problems


def unanswered(
    site: Site, claims: Iterable[Claims], redirects: Iterable[Redirect], lines: Mapping[str, int]
) -> Iterator[Problem]:
    """Redirects to addresses where nothing will be."""
    files = {claim.save_as for claims_of in claims for claim in claims_of(site)}
    for redirect in in_force(site, redirects):
        if redirect.new != GONE and file_of(unquote(redirect.new).lstrip("/")) not in files:
            text = expected(message("an address of the site"), f"'{redirect.new}'")
            file = "content/data/redirects.csv"
            yield Problem(file, lines[redirect.old], redirect.old, text)


def _taken(claim: Claim, owner: Claim) -> Problem:
    text = message(
        "the address /%(url)s belongs to %(owner)s already; give one of them another Slug",
        url=owner.save_as.removesuffix("index.html"),
        owner=owner.owner,
    )
    return Problem(claim.file, claim.line, claim.place, text)

"""The same on the shipped site: each of its pages, feeds, maps and indexes, before and after."""

import shutil
from pathlib import Path

import pytest

from plugins.audit.page import Page
from plugins.documents import read_site
from plugins.release.published import changes, published
from plugins.release.servers import write_server_files
from tests.release.embargo import Secret, files_of, goods, roots_in, traces
from tests.release.linked_everywhere import carrier
from tests.release.secrets import KINDS, NEVER
from tests.sites import ROOT, copy_of_shipped, forget_plugins, output_of

BEFORE, BETWEEN, AFTER = "2027-01-12 10:00", "2027-01-20 10:00", "2027-02-01 10:00"
HEAD = "Date: 2027-01-12 10:01\nExpires: 2027-02-01 10:00\nStatus: {status}\n"
ADDRESS = "https://pech-verstak.example"


def passing(number: int) -> Secret:
    """A document that comes and goes, one of each kind in each language."""
    place, about = KINDS[number % len(KINDS)]
    status = "ready" if place.endswith("blog") else "published"
    plain = Secret(number, place, HEAD.format(status=status))
    return Secret(number, place, plain.head, about.format(latin=plain.roots[1]))


# Others stay drafts, ideas, unfinished: none of them is ever there
PASSING = [passing(number) for number in (27, 28, 20, 3, 4, 5, 6, 16, 8)]
SHUT = [one for one in NEVER if one.number in (0, 1, 2, 9, 15, 17)]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped site; what it keeps serves all its builds."""
    return copy_of_shipped(tmp_path_factory.mktemp("shipped")).parent


def told(folder: Path, moment: str, *, holding: bool) -> dict[str, bytes]:
    """What a build at a moment publishes, beside the output, too, with the secrets or without."""
    content = folder / "content"
    shutil.rmtree(content)
    shutil.copytree(ROOT / "content", content)
    for lang in ("ru", "en"):
        text = carrier(lang, [*PASSING, *SHUT], linked=holding, address=ADDRESS)
        (content / lang / "pages" / "carrier.md").write_text(text, "utf-8")
    if holding:
        _hide_secrets(content)
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("VITRINA_NOW", moment)
        output = output_of(folder / "pelicanconf.py")
        forget_plugins()
        site, settings = read_site(folder / "pelicanconf.py")
    write_server_files(folder / "server", folder / "output", site, settings)
    server = {f"server/{file.name}": file.read_bytes() for file in (folder / "server").iterdir()}
    return {**output, **server}


def _hide_secrets(content: Path) -> None:
    for path, data in files_of([*PASSING, *SHUT]).items():
        assert data is not None
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    products = content / "data" / "products.yaml"
    products.write_text(goods(products.read_text("utf-8"), [*PASSING, *SHUT]), "utf-8")
    redirects = content / "data" / "redirects.csv"
    with redirects.open("a", encoding="utf-8") as lines:
        lines.write(f"/staryy-adres/,/{PASSING[0].path}\n")
    with (content / "ru" / "keywords.csv").open("a", encoding="utf-8") as lines:
        lines.writelines(f"упаковка груза {one.number},{one.source},9,,,\n" for one in PASSING)


def test_secrets_of_the_shipped_site(shipped: Path) -> None:
    before = told(shipped, BEFORE, holding=True)
    assert not traces(before, [*PASSING, *SHUT])
    assert differing(before, told(shipped, BEFORE, holding=False)) == []

    between = told(shipped, BETWEEN, holding=True)
    assert roots_in(between, [*PASSING, *SHUT]) == {one.number for one in PASSING}

    after = told(shipped, AFTER, holding=True)
    plain = told(shipped, AFTER, holding=False)
    maps = ["server/redirects.caddy", "server/redirects.nginx.conf"]
    assert differing(after, plain) == maps
    assert {trace.partition(":")[0] for trace in traces(after, PASSING)} == set(maps)
    for path in maps:
        new = set(after[path].decode().splitlines()) - set(plain[path].decode().splitlines())
        gone = {f"/{one.path}" for one in PASSING} | {"/staryy-adres/"}
        assert {line.split('"')[1] for line in new} == gone

    left = changes(pages_of(between), pages_of(after)).removed
    assert set(left) >= {f"/{one.path}" for one in PASSING}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def pages_of(output: dict[str, bytes]) -> dict[str, str]:
    """What IndexNow compares."""
    pages = (Page(p, data.decode()) for p, data in output.items() if p.endswith(".html"))
    return dict(published(pages, ADDRESS).pages)

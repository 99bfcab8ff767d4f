"""Drafts of posts as files below reports/social/: texts and a picture; a person sends them off."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.documents import Document, Site
from plugins.language.messages import Message, counted, message, reader_language
from plugins.pictures import pictures_on, share_picture
from plugins.release.record import write_whole
from plugins.release.social import Post, posts, slug_of_document
from plugins.reports.page import rendered, write_report

# What every network takes
_PICTURES = (".jpg", ".png")


def articles_among(site: Site, pages: Iterable[str], *, first: bool) -> tuple[Document, ...]:
    """The listed articles among files of the output; of a new site only the newest.

    Whoever opens a site with twenty articles does not post twenty times that day.
    """
    wanted = frozenset(pages)
    found = (d for d in site.listed if d.kind == "article" and d.save_as in wanted)
    articles = tuple(found)
    return articles[:1] if first else articles


def social_drafts(
    settings: Mapping[str, Any],
    site: Site,
    output: Path,
    changed: Iterable[Document],
    folder: Path,
) -> Iterator[Message]:
    """Write a folder of drafts for each article of `changed` that visitors can reach.

    What a person has changed is left as it is.
    """
    written = [d for d in changed if d.kind == "article" and d in site.listed]
    for document in written:
        made = tuple(posts(document, settings["SOCIAL"], settings["SITE_ADDRESS"]))
        if made:
            place = folder / name_of(document, site)
            yield from _written(place, made, _picture(settings, site, document, output))
            _page(place, document, made, settings)
            shown = f"{folder.parent.name}/{folder.name}/{place.name}"
            yield message("posts for %(file)s: see %(folder)s", file=_file(document), folder=shown)
    if folder.is_dir():
        _index(folder)


def name_of(document: Document, site: Site) -> str:
    """The folder of an article's drafts: `2027-01-12-packing`."""
    day = (document.published or site.now).date()
    other = "" if document.lang == site.languages[0] else f"-{document.lang}"
    return f"{day}-{slug_of_document(document)}{other}"


def _written(place: Path, made: Iterable[Post], picture: Path | None) -> Iterator[Message]:
    kept = []
    for post in made:
        file = place / f"{post.network.key}.txt"
        text = post.text.encode()
        if not file.exists():
            write_whole(file, text)
        elif file.read_bytes() != text:
            kept.append(file.name)
    if picture and not any((place / f"picture{end}").exists() for end in _PICTURES):
        write_whole(place / f"picture{picture.suffix}", picture.read_bytes())
    if kept:
        yield counted(
            "%(files)s in %(folder)s differs from what would be written and stays as it is",
            "%(files)s in %(folder)s differ from what would be written and stay as they are",
            len(kept),
            files=", ".join(kept),
            folder=place.name,
        )


def _picture(
    settings: Mapping[str, Any], site: Site, document: Document, output: Path
) -> Path | None:
    """The first picture of the article that networks take, else the card it is shared with."""
    company, products = settings["COMPANY"], settings["PRICE_LIST"]
    own = pictures_on(site, document, settings["ALBUM"], products, company)
    card = share_picture(document, company, products).url
    files = (output / path for path in (*own, card) if path.endswith(_PICTURES))
    return next((file for file in files if file.is_file()), None)


def _page(
    place: Path, document: Document, made: tuple[Post, ...], settings: Mapping[str, Any]
) -> None:
    """What to do with the drafts, with the texts as they are now."""
    texts = [(post, (place / f"{post.network.key}.txt").read_text("utf-8")) for post in made]
    pictures = [file.name for file in sorted(place.glob("picture.*"))]
    off = [n for n in settings["SOCIAL"].networks if n.off and n not in settings["SOCIAL"].chosen]
    page = rendered(
        "social.html",
        reader_language(),
        title=document.title,
        texts=texts,
        picture=pictures[0] if pictures else "",
        off=off,
    )
    write_report(place / "index.html", page)


def _index(folder: Path) -> None:
    """The list of all drafts, the newest first."""
    names = sorted((d.name for d in folder.iterdir() if (d / "index.html").is_file()), reverse=True)
    page = rendered("social_list.html", reader_language(), names=names)
    write_report(folder / "index.html", page)


def _file(document: Document) -> str:
    return f"content/{document.source}"

"""Which files of the output are pictures, and what is wrong with those of content/."""

from collections.abc import Iterator

from plugins.company import Company, Products
from plugins.documents import Site
from plugins.documents.claims import Claim
from plugins.language.problems import Problem, Severity
from plugins.listings import ListingSettings
from plugins.pictures.album import Album
from plugins.pictures.cards import cards
from plugins.pictures.picture import Bitmap, Drawing
from plugins.pictures.rasters import raster_path
from plugins.pictures.shown import fed_pictures, shown_pictures
from plugins.pictures.variants import variants_of


def picture_claims(
    site: Site, album: Album, products: Products, company: Company
) -> Iterator[Claim]:
    """The files made of each picture; equal pictures share theirs."""
    paths = sorted(shown_pictures(site, products, company))
    album.look_at(paths)
    owners: dict[str, str] = {}
    for path in paths:
        picture = album.look(path).picture
        if isinstance(picture, Bitmap):
            for variant in variants_of(picture, album.settings):
                owners.setdefault(variant.save_as, path)
        elif picture is not None:
            owners[picture.path] = path
    for path in fed_pictures(site, products):
        picture = album.look(path).picture
        if isinstance(picture, Drawing):
            owners.setdefault(raster_path(picture), path)
    for save_as, path in owners.items():
        yield Claim(save_as, f"content/{path}", f"content/{path}")


def card_claims(
    site: Site, company: Company, products: Products, listings: ListingSettings
) -> Iterator[Claim]:
    """The picture that each page is shared with."""
    for card in cards(site, company, products, listings):
        yield Claim(card.save_as, f"«{card.title}»", f"«{card.title}»")


def picture_problems(
    site: Site, album: Album, products: Products, company: Company
) -> Iterator[Problem]:
    """A site rule: pictures that cannot be shown, and those that are shown otherwise than meant.

    Warnings: the page has everything else, and the words of the picture in its place.
    """
    paths = sorted(shown_pictures(site, products, company))
    album.look_at(paths)
    for path in paths:
        look = album.look(path)
        if look.complaint:
            yield Problem(f"content/{path}", look.line, "", look.complaint, Severity.WARNING)

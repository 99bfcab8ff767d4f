"""The offers of a catalogue's page as search engines want them: each with everything, or none."""

from collections.abc import Callable, Mapping

from plugins.company import Offered
from plugins.documents import Document
from plugins.listings.listing import Listing


def catalogued(
    here: Document | Listing, offer_of: Callable[[Document], Offered | None]
) -> Mapping[str, Offered]:
    """The complete offers of a page of a list of goods by source; empty for any other page.

    Yandex wants a description of the list, and of every offer a description and a picture.
    """
    if not isinstance(here, Listing) or here.kind != "products" or not here.description:
        return {}
    found = ((document.source, offer_of(document)) for document in here.documents)
    return {
        source: offer
        for source, offer in found
        if offer and offer.name and offer.description and offer.pictures
    }

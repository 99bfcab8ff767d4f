"""What a page of a list names, in its order."""

from plugins.listings import Listing
from plugins.structured_data.node import Node, node
from plugins.structured_data.page import Page


def item_list(page: Page, listing: Listing) -> Node:
    """The documents of a page of a list, counted from the beginning of the whole list."""
    all_documents = listing.whole.documents
    before = all_documents.index(listing.documents[0]) if listing.documents else 0
    return node(
        "ItemList",
        page.identity("list"),
        name=page.words(listing.title),
        numberOfItems=len(all_documents),
        itemListElement=[
            node(
                "ListItem",
                position=number,
                name=page.words(document.title),
                url=page.at(document.url),
            )
            for number, document in enumerate(listing.documents, before + 1)
        ],
    )

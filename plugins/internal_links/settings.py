"""What a site's owner may set about links that are made by themselves."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinkSettings:
    """The setting LINKS; each default has its reason in docs/reference.md.

    `first_paragraph`: whether the first paragraph of a text may get links; `words_per_link`: a
    page has at most one link, those made by hand counted, to so many words; `per_paragraph`: links
    made by themselves in one paragraph; `anchor_share` and `anchor_from`: once a target has so
    many incoming links, one anchor text has at most this share of them; `closed`: classes of
    elements that get no links; `related`: articles below an article; `evergreen_days`: from this
    age on, in days, an article that was not renewed counts less among related ones; `mark`:
    whether links carry `data-auto`; `common_share`: a phrase of one word that stands in more than
    this share of the texts is too general to lead anywhere.
    """

    first_paragraph: bool = False
    words_per_link: int = 60
    per_paragraph: int = 1
    anchor_share: float = 0.4
    anchor_from: int = 5
    closed: tuple[str, ...] = ("no-links", "product", "checkout", "offer", "button")
    related: int = 3
    evergreen_days: int = 730
    mark: bool = True
    common_share: float = 0.1

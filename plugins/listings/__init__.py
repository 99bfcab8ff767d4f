"""Lists of each language's own documents: blog, catalogue, category hubs; Pelican's are off."""

from plugins.listings.breadcrumbs import Crumb, breadcrumbs
from plugins.listings.catalogue import catalogued
from plugins.listings.listing import (
    Listing,
    ListingSettings,
    hub_problems,
    hubs,
    listing_claims,
    listings,
)
from plugins.listings.names import short_name

__all__ = [
    "Crumb",
    "Listing",
    "ListingSettings",
    "breadcrumbs",
    "catalogued",
    "hub_problems",
    "hubs",
    "listing_claims",
    "listings",
    "short_name",
]

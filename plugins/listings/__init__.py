"""Lists of each language's own documents: blog, catalogue, category hubs; Pelican's are off."""

from plugins.listings.listing import (
    Listing,
    ListingSettings,
    hub_problems,
    hubs,
    listing_claims,
    listings,
)

__all__ = ["Listing", "ListingSettings", "hub_problems", "hubs", "listing_claims", "listings"]

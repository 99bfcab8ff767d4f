"""Everything that is set for the site: facts, options, filters, plugins, in one place."""

import os
import sys
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path

from rcssmin import cssmin

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))

from plugins import company, consent, discovery, internal_links, listings, pictures, structured_data
from plugins.company.check_digits import worked_digits
from plugins.company.localized import in_language, typeset_in
from plugins.company.mentioned import unfed_pages
from plugins.company.rules import company_rules
from plugins.data_files import DataFiles
from plugins.documents import claims
from plugins.documents.addresses import PublishedAddress, Redirect, in_ascii, in_circles, lost
from plugins.documents.frames import framed_tables
from plugins.documents.front_matter import MOSCOW, moment_of
from plugins.documents.markdown import markdown
from plugins.documents.pelican_log import LOG
from plugins.documents.pelican_settings import *
from plugins.documents.references import without_links_to_unpublished
from plugins.documents.rules import without_home
from plugins.documents.typesetting import typeset_bodies
from plugins.language import numbers, templates, typography
from plugins.search.index import SEARCH_SOURCES, search_claims
from plugins.security import OWN_SITE, Sources, guarded
from plugins.words import counts, dictionary, inflection, vocabulary, where

LOG.watch()

# The clock, a value: VITRINA_NOW shows the site as of another moment
NOW = moment_of("VITRINA_NOW", os.environ) or datetime.now(MOSCOW)
# Warnings stop the build as errors do (publishconf.py)
STRICT = False

# Languages: the first one's pages stand at /, the others at /<code>/
LANGUAGES = ("ru", "en")
DEFAULT_LANG = LANGUAGES[0]

# Facts
with DataFiles(ROOT / "content" / "data") as data:
    COMPANY = data.one(company.Company, "company.yaml")
    PRICE_LIST = data.one(company.Products, "products.yaml")
    DELIVERY = data.one(company.Delivery, "delivery.yaml")
    SERVICE = data.one(company.Service, "service.yaml")
    LEGAL = data.one(company.Legal, "legal.yaml")
    NETWORKS = data.one(company.Networks, "networks.yaml")
    TRADEMARKS = data.rows(company.Trademark, "trademarks.csv")
    CARRIERS = data.optional(company.Carriers, "carriers.yaml")
    MILESTONES = data.optional(company.Milestones, "milestones.yaml")
    PAYMENTS = data.optional(company.Payments, "payments.yaml")
    QUESTIONS = data.optional(company.Questions, "questions.yaml")
    RETURNS = data.optional(company.Returns, "returns.yaml")
    REDIRECTS = data.rows(Redirect, "redirects.csv")
    PUBLISHED = data.rows(PublishedAddress, "addresses.csv")
    WORDS = data.rows(dictionary.WordEntry, "words.csv")
    VOCABULARY = vocabulary.vocabulary(
        data.rows(vocabulary.Declined, "inflection.csv"),
        data.rows(vocabulary.Place, "places.csv"),
        WORDS,
    )
# Key phrases by language; what is wrong with them is for the audit, not for the build
with DataFiles(ROOT / "content", "content") as texts:
    KEYWORDS = {lang: texts.raw(f"{lang}/keywords.csv") for lang in LANGUAGES}
PRODUCTS = PRICE_LIST.by_sku
REDIRECT_LINES = data.lines("redirects.csv", (redirect.old for redirect in REDIRECTS))

# The site
SITENAME = COMPANY.brand.ru
SITE_ADDRESS = in_ascii(COMPANY.site)
SITEURL = ""
RELATIVE_URLS = False
TIMEZONE = "Europe/Moscow"
MENU = (
    "pages/catalog.md",
    "pages/delivery.md",
    "pages/payment.md",
    "pages/about.md",
    "pages/contacts.md",
    "pages/blog.md",
)
FOOT_MENU = (
    "pages/track.md",
    "pages/returns.md",
    "pages/promises.md",
    "pages/how-we-work.md",
    "pages/documents.md",
    "pages/cases.md",
    "pages/questions.md",
    "pages/glossary.md",
    "pages/subscription.md",
    "pages/sitemap.md",
)
LISTINGS = listings.ListingSettings(per_page=12)
TITLES = discovery.TitleSettings()
# What robots are told: robots.txt, and what Yandex reads first
ROBOTS = discovery.RobotsSettings()
PRIORITIES = discovery.Priorities()
# How many articles feeds hold, and whether Dzen and product search get theirs
FEEDS = discovery.FeedSettings()
PUBLIC_FOLDERS: tuple[str, ...] = ()
PICTURES = pictures.PictureSettings(address=SITEURL)
ALBUM = pictures.Album(ROOT / "content", PICTURES)
# The facts of a document's product, for whoever tells them
OFFERED = partial(
    company.offered,
    products=PRICE_LIST,
    delivery=DELIVERY,
    address=SITE_ADDRESS,
    pictures_of=partial(pictures.product_pictures, album=ALBUM),
)

# The counter of Yandex.Metrica, digits: here, or VITRINA_METRICA. Empty: no counter, no script
METRICA = consent.counter_of("VITRINA_METRICA", os.environ, default="")
# The code of Yandex Webmaster for the head of the home page: VITRINA_YANDEX_VERIFICATION
YANDEX_VERIFICATION = discovery.verification_code("VITRINA_YANDEX_VERIFICATION", os.environ)
# Where the documents of law stand below the folder of each language
LEGAL_PAGES = consent.LegalPages()
# What pages may load and send; hashes of what stands in a page are added to it. The preview
# reloads pages by a script of its own, so it goes without
CSP = (
    ()
    if os.environ.get("VITRINA_PREVIEW")
    else (
        *OWN_SITE,
        *consent.METRICA_SOURCES,
        *SEARCH_SOURCES,
        *(
            Sources("form-action", (host,), f'action="{host}')
            for host in (CARRIERS.form_hosts if CARRIERS else ())
        ),
    )
)

# What may change bodies, and what a Site must satisfy before a page is written
# Quotes, dashes and no-break spaces of bodies; a document says `Typography: off` for itself
TYPOGRAPHY = True
# Mentions of key phrases become links to the documents that the relevance map names
LINKS = internal_links.LinkSettings()
LINKER = internal_links.Linker(KEYWORDS, LINKS, SITE_ADDRESS, REDIRECTS, ROOT / ".cache" / "links")
BODY_EDITORS = (
    without_links_to_unpublished,
    partial(pictures.pictures_in_bodies, album=ALBUM, products=PRICE_LIST, company=COMPANY),
    partial(consent.with_notes, owners=NETWORKS.owners),
    framed_tables,
    partial(internal_links.linked_bodies, linker=LINKER),
    *((typeset_bodies,) if TYPOGRAPHY else ()),
)
CLAIMS = (
    claims.document_claims,
    partial(listings.listing_claims, settings=LISTINGS),
    partial(discovery.feed_claims, listings=LISTINGS, settings=FEEDS),
    partial(discovery.robot_claims, listings=LISTINGS),
    partial(consent.script_claims, metrica=METRICA),
    search_claims,
    partial(claims.static_claims, folders=PUBLIC_FOLDERS),
    partial(claims.redirect_claims, redirects=REDIRECTS, lines=REDIRECT_LINES),
    partial(pictures.picture_claims, album=ALBUM, products=PRICE_LIST, company=COMPANY),
    partial(pictures.card_claims, company=COMPANY, products=PRICE_LIST, listings=LISTINGS),
)
SITE_RULES = (
    without_home,
    partial(claims.clashes, claims=CLAIMS),
    partial(claims.unanswered, claims=CLAIMS, redirects=REDIRECTS, lines=REDIRECT_LINES),
    partial(pictures.picture_problems, album=ALBUM, products=PRICE_LIST, company=COMPANY),
    *company_rules(COMPANY, PRICE_LIST, SERVICE, QUESTIONS, data.lines),
    partial(unfed_pages, absent=data.absent),
    partial(lost, published=PUBLISHED, redirects=REDIRECTS),
    partial(listings.hub_problems, settings=LISTINGS),
    partial(discovery.robot_problems, settings=ROBOTS, priorities=PRIORITIES, address=SITE_ADDRESS),
    partial(in_circles, redirects=REDIRECTS, lines=REDIRECT_LINES),
    partial(consent.missing_documents, pages=LEGAL_PAGES, metrica=METRICA),
    partial(consent.unknown_places, notes=[owner.key for owner in NETWORKS.owners]),
)

PLUGINS = [
    "plugins.documents.plugin",
    "plugins.listings.plugin",
    "plugins.discovery.plugin",
    "plugins.pictures.plugin",
    "plugins.consent.plugin",
    "plugins.search.plugin",
]

# Where Pelican reads and writes
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
DELETE_OUTPUT_DIRECTORY = True
ARTICLE_PATHS = [f"{lang}/blog" for lang in LANGUAGES]
PAGE_PATHS = list(LANGUAGES)
STATIC_PATHS = list(PUBLIC_FOLDERS)
# The page of components is for the preview: plugins/release/preview.py asks for it
DIRECT_TEMPLATES = ["styleguide"] if os.environ.get("VITRINA_STYLEGUIDE") else []
STYLEGUIDE_SAVE_AS = "styleguide/index.html"

MARKDOWN = markdown()
JINJA_FILTERS = {
    "rubles": numbers.rubles,
    "date": numbers.date,
    "file_size": numbers.file_size,
    "days": numbers.days,
    "reading_minutes": numbers.reading_minutes,
    "language_name": numbers.language_name,
    "country_name": numbers.country_name,
    "in": typeset_in if TYPOGRAPHY else in_language,
    "typeset": typography.typeset,
    "picture": partial(pictures.picture, album=ALBUM),
    "case": partial(inflection.case, known=VOCABULARY),
    "where": partial(where.where, known=VOCABULARY),
    "counted": partial(counts.counted, known=VOCABULARY),
    "filled": consent.filled,
    "guarded": guarded,
    "minified": lru_cache(cssmin),
}
BREADCRUMBS = partial(listings.breadcrumbs, settings=LISTINGS)
TOLD = structured_data.Facts(
    COMPANY, PRICE_LIST, RETURNS, QUESTIONS, ALBUM, offered=OFFERED, crumbs=BREADCRUMBS
)
JINJA_GLOBALS = {
    "_": templates.gettext,
    "ngettext": templates.ngettext,
    "offered": OFFERED,
    "structured_data": partial(structured_data.structured_data, facts=TOLD),
    "author_of": partial(company.author_of, company=COMPANY),
    "person_url": company.person_url,
    "hubs": partial(listings.hubs, settings=LISTINGS),
    "feeds": partial(discovery.feeds, listings=LISTINGS, settings=FEEDS),
    "breadcrumbs": BREADCRUMBS,
    "short_name": listings.short_name,
    "catalogued": partial(listings.catalogued, offer_of=OFFERED),
    "page_title": partial(discovery.page_title, by=TITLES, company=COMPANY, listings=LISTINGS),
    "meta_keywords": partial(discovery.meta_keywords, maps=KEYWORDS),
    "related": partial(internal_links.related, linker=LINKER),
    "share_picture": partial(pictures.share_picture, company=COMPANY, products=PRICE_LIST),
    "worked_digits": partial(worked_digits, COMPANY),
    "listing": None,
    "article": None,
    "page": None,
}

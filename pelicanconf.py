"""Everything that is set for the site: facts, options, filters, plugins, in one place."""

import os
import sys
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path

from rcssmin import cssmin

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))

from plugins import checkout, company, consent, discovery, forms, internal_links, listings, pictures
from plugins.after_payment import outcome_of, page_claims
from plugins.cart import cart_claims
from plugins.company.check_digits import worked_digits
from plugins.company.localized import in_language, typeset_in
from plugins.company.mentioned import unfed_pages
from plugins.company.rules import company_rules
from plugins.data_files import DataFiles
from plugins.discovery import indexnow
from plugins.documents import claims
from plugins.documents.absent import without_links_to_unpublished
from plugins.documents.addresses import PublishedAddress, Redirect, in_ascii, in_circles, lost, menu
from plugins.documents.frames import framed_tables
from plugins.documents.front_matter import MOSCOW, moment_of
from plugins.documents.markdown import markdown
from plugins.documents.pelican_log import LOG
from plugins.documents.pelican_settings import *
from plugins.documents.rules import without_home
from plugins.documents.typesetting import typeset_bodies
from plugins.funnel import FunnelSettings
from plugins.language import numbers, templates, typography
from plugins.schedule.record import Schedule
from plugins.scripts import Scripts
from plugins.search.index import SEARCH_SOURCES, search_claims
from plugins.security import allowed, guarded
from plugins.structured_data import Facts, structured_data
from plugins.words.dictionary import WordEntry
from plugins.words.filters import declension_filters
from plugins.words.vocabulary import Declined, Place, vocabulary

LOG.watch()

# The clock, a value: VITRINA_NOW shows the site as of another moment
NOW = moment_of("VITRINA_NOW", os.environ) or datetime.now(MOSCOW)
# Whether everything is shown, finished or not, and marked: a preview only (VITRINA_DRAFTS)
DRAFTS = bool(os.environ.get("VITRINA_DRAFTS"))
# Warnings stop the build as errors do (publishconf.py)
STRICT = False

# Languages: the first one's pages stand at /, the others at /<code>/
LANGUAGES = ("ru", "en")
DEFAULT_LANG = LANGUAGES[0]

with DataFiles(ROOT / "content" / "data") as data:
    COMPANY = data.one(company.Company, "company.yaml")
    PRICE_LIST = data.one(company.Products, "products.yaml")
    DELIVERY = data.one(company.Delivery, "delivery.yaml")
    SERVICE = data.one(company.Service, "service.yaml")
    LEGAL = data.one(company.Legal, "legal.yaml")
    NETWORKS = data.one(company.Networks, "networks.yaml")
    TRADEMARKS = data.rows(company.Trademark, "trademarks.csv")
    FORMS = data.optional(forms.Forms, "forms.yaml") or forms.NO_FORMS
    CARRIERS = data.optional(company.Carriers, "carriers.yaml")
    MILESTONES = data.optional(company.Milestones, "milestones.yaml")
    PAYMENTS = data.optional(company.Payments, "payments.yaml")
    QUESTIONS = data.optional(company.Questions, "questions.yaml")
    RETURNS = data.optional(company.Returns, "returns.yaml")
    RATES = data.rows(company.Rate, "rates.csv")
    SCHEDULE = data.optional(Schedule, "schedule.yaml")
    REDIRECTS = data.rows(Redirect, "redirects.csv")
    CHECKOUT_KEYS = data.rows(checkout.CheckoutKey, "checkout-keys.csv")
    PUBLISHED = data.rows(PublishedAddress, "addresses.csv")
    WORDS = data.rows(WordEntry, "words.csv")
    VOCABULARY = vocabulary(
        data.rows(Declined, "inflection.csv"), data.rows(Place, "places.csv"), WORDS
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
MENU = menu("catalog delivery payment about contacts blog")
FOOT_MENU = menu(
    "track returns promises how-we-work documents cases questions glossary subscription sitemap"
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

# Links into the payment service; without a key (VITRINA_CHECKOUT_KEY) they lead to the stand-in
CHECKOUT = checkout.CheckoutSettings()
SIGNED = checkout.checkout_of(
    CHECKOUT, checkout.key_of(os.environ, ROOT), CHECKOUT_KEYS, SITE_ADDRESS, NOW
)
SHOP = checkout.Shop(SIGNED, PRICE_LIST, COMPANY.email)
# How goods can be paid beside the payment service: ways that fit, providers' links, bank QR
TILL = checkout.till_of(PAYMENTS, COMPANY, RATES, NOW.date(), os.environ)

# The counter of Yandex.Metrica, digits: here, or VITRINA_METRICA. Empty: no counter, no script
METRICA = consent.counter_of("VITRINA_METRICA", os.environ, default="")
SCRIPTS = Scripts(ROOT / "theme" / "scripts", METRICA, FORMS.asks)
# The code of Yandex Webmaster for the head of the home page: VITRINA_YANDEX_VERIFICATION
YANDEX_VERIFICATION = discovery.verification_code("VITRINA_YANDEX_VERIFICATION", os.environ)
# IndexNow: the key of the site's owner (empty: none), and who is told
INDEXNOW_KEY = indexnow.key_of("VITRINA_INDEXNOW_KEY", os.environ)
INDEXNOW_ENGINES = ("https://yandex.com/indexnow",)
# Who gets the weekly digest of the plan: e-mail addresses, parted by commas
DIGEST_TO = os.environ.get("VITRINA_DIGEST_TO") or COMPANY.email
# Where the documents of law stand below the folder of each language
LEGAL_PAGES = consent.LegalPages()
# How `invoke funnel` counts, and on which engine
FUNNEL = FunnelSettings()
# Where forms of pages are sent, beside the endpoint of FORMS
FORM_HOSTS = (*company.form_hosts(CARRIERS, PAYMENTS), *SHOP.hosts)
# What pages may load and send; hashes of what stands in a page are added to it. The preview
# reloads pages by a script of its own, so it goes without
CSP = allowed(*consent.METRICA_SOURCES, *SEARCH_SOURCES, *forms.sources(FORMS), forms=FORM_HOSTS)
if os.environ.get("VITRINA_PREVIEW"):
    CSP = ()

# What may change bodies, and what a Site must satisfy before a page is written
# Quotes, dashes and no-break spaces of bodies; a document says `Typography: off` for itself
TYPOGRAPHY = True
# Mentions of key phrases become links to the documents that the relevance map names
LINKS = internal_links.LinkSettings()
LINKER = internal_links.Linker(KEYWORDS, LINKS, SITE_ADDRESS, REDIRECTS, ROOT / ".cache" / "links")
BODY_EDITORS = (
    partial(without_links_to_unpublished, address=SITE_ADDRESS),
    partial(pictures.pictures_in_bodies, album=ALBUM, products=PRICE_LIST, company=COMPANY),
    partial(consent.with_notes, owners=NETWORKS.owners),
    framed_tables,
    partial(checkout.buying_links, shop=SHOP),
    partial(internal_links.linked_bodies, linker=LINKER),
    *((typeset_bodies,) if TYPOGRAPHY else ()),
)
CLAIMS = (
    claims.document_claims,
    partial(listings.listing_claims, settings=LISTINGS),
    partial(discovery.file_claims, listings=LISTINGS, feeds=FEEDS, key=INDEXNOW_KEY),
    SCRIPTS.claims,
    partial(checkout.file_claims, products=PRICE_LIST, till=TILL),
    search_claims,
    page_claims,
    partial(cart_claims, shop=SHOP),
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
    *forms.form_rules(FORMS, LEGAL, data.lines),
    partial(unfed_pages, absent=data.absent),
    partial(checkout.problems, shop=SHOP, till=TILL),
    partial(lost, published=PUBLISHED, redirects=REDIRECTS),
    partial(listings.hub_problems, settings=LISTINGS),
    partial(discovery.robot_problems, settings=ROBOTS, priorities=PRIORITIES, address=SITE_ADDRESS),
    partial(in_circles, redirects=REDIRECTS, lines=REDIRECT_LINES),
    partial(consent.problems, pages=LEGAL_PAGES, metrica=METRICA, networks=NETWORKS, forms=FORMS),
)

PLUGINS = [
    "plugins.documents.plugin",
    "plugins.listings.plugin",
    "plugins.discovery.plugin",
    "plugins.pictures.plugin",
    "plugins.scripts.plugin",
    "plugins.search.plugin",
    "plugins.checkout.plugin",
    "plugins.after_payment.plugin",
    "plugins.cart.plugin",
]

# Where Pelican reads and writes
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
ARTICLE_PATHS = [f"{lang}/blog" for lang in LANGUAGES]
PAGE_PATHS = list(LANGUAGES)
STATIC_PATHS = list(PUBLIC_FOLDERS)
# The page of components is for the preview: plugins/release/preview.py asks for it
DIRECT_TEMPLATES = ["styleguide"] if os.environ.get("VITRINA_STYLEGUIDE") else []
STYLEGUIDE_SAVE_AS = "styleguide/index.html"
MARKDOWN = markdown()
JINJA_FILTERS = {
    **numbers.FILTERS,
    **declension_filters(VOCABULARY),
    "in": typeset_in if TYPOGRAPHY else in_language,
    "typeset": typography.typeset,
    "picture": partial(pictures.picture, album=ALBUM),
    "filled": consent.filled,
    "guarded": guarded,
    "in_currency": partial(checkout.in_currency, rates=RATES),
    "minified": lru_cache(cssmin),
}
BREADCRUMBS = partial(listings.breadcrumbs, settings=LISTINGS)
TOLD = Facts(SITE_ADDRESS, COMPANY, PRICE_LIST, RETURNS, QUESTIONS, ALBUM, OFFERED, BREADCRUMBS)
JINJA_GLOBALS = {
    "_": templates.gettext,
    "ngettext": templates.ngettext,
    "offered": OFFERED,
    "checkout": SHOP,
    "paying": partial(checkout.paying, till=TILL),
    "structured_data": partial(structured_data, facts=TOLD),
    "author_of": partial(company.author_of, company=COMPANY),
    "brand_of": partial(company.brand_of, company=COMPANY),
    "person_url": company.person_url,
    "hubs": partial(listings.hubs, settings=LISTINGS),
    "feeds": partial(discovery.known_feeds, listings=LISTINGS, settings=FEEDS),
    "breadcrumbs": BREADCRUMBS,
    "short_name": listings.short_name,
    "catalogued": partial(listings.catalogued, offer_of=OFFERED),
    "page_title": partial(discovery.page_title, by=TITLES, company=COMPANY, listings=LISTINGS),
    "meta_keywords": partial(discovery.meta_keywords, maps=KEYWORDS),
    "related": partial(internal_links.related, linker=LINKER),
    "share_picture": partial(pictures.share_picture, company=COMPANY, products=PRICE_LIST),
    "load_scripts": SCRIPTS.load,
    "outcome_of": outcome_of,
    "worked_digits": partial(worked_digits, COMPANY),
    **dict.fromkeys(("listing", "article", "page")),
}

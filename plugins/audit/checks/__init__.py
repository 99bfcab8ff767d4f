"""The rules, one a file. This list is the specification; a rule's name is its file's, hyphened."""

from collections.abc import Callable, Iterable

from plugins.audit.checks.broken_fragment import broken_fragment
from plugins.audit.checks.broken_link import broken_link
from plugins.audit.checks.cannibalisation import cannibalisation
from plugins.audit.checks.cart_page_missing import cart_page_missing
from plugins.audit.checks.checkout_link import checkout_link
from plugins.audit.checks.checkout_on_trial import checkout_on_trial
from plugins.audit.checks.closed_to_robots import closed_to_robots
from plugins.audit.checks.consent_not_apart import consent_not_apart
from plugins.audit.checks.dead_payment_link import dead_payment_link
from plugins.audit.checks.document_without_phrases import document_without_phrases
from plugins.audit.checks.duplicate_description import duplicate_description
from plugins.audit.checks.duplicate_title import duplicate_title
from plugins.audit.checks.example_company import example_company
from plugins.audit.checks.file_not_in_site import file_not_in_site
from plugins.audit.checks.forbidden_network import forbidden_network
from plugins.audit.checks.foreign_word import foreign_word
from plugins.audit.checks.form_too_often import form_too_often
from plugins.audit.checks.form_without_consent import form_without_consent
from plugins.audit.checks.gap import gap
from plugins.audit.checks.gap_in_plan import gap_in_plan
from plugins.audit.checks.headings_crowded import headings_crowded
from plugins.audit.checks.hreflang_not_reciprocal import hreflang_not_reciprocal
from plugins.audit.checks.keywords_file import keywords_file
from plugins.audit.checks.leaked_key import leaked_key
from plugins.audit.checks.mention_without_note import mention_without_note
from plugins.audit.checks.missing_description import missing_description
from plugins.audit.checks.missing_picture import missing_picture
from plugins.audit.checks.missing_title import missing_title
from plugins.audit.checks.mixed_alphabets import mixed_alphabets
from plugins.audit.checks.not_in_product_feed import not_in_product_feed
from plugins.audit.checks.old_rates import old_rates
from plugins.audit.checks.phrase_not_in_alt import phrase_not_in_alt
from plugins.audit.checks.phrase_not_in_description import phrase_not_in_description
from plugins.audit.checks.phrase_not_in_first_paragraph import phrase_not_in_first_paragraph
from plugins.audit.checks.phrase_not_in_h1 import phrase_not_in_h1
from plugins.audit.checks.phrase_not_in_subheadings import phrase_not_in_subheadings
from plugins.audit.checks.phrase_not_in_text import phrase_not_in_text
from plugins.audit.checks.phrase_not_in_title import phrase_not_in_title
from plugins.audit.checks.phrase_on_other_page import phrase_on_other_page
from plugins.audit.checks.phrase_too_often import phrase_too_often
from plugins.audit.checks.phrase_uneven import phrase_uneven
from plugins.audit.checks.ready_without_date import ready_without_date
from plugins.audit.checks.return_page_missing import return_page_missing
from plugins.audit.checks.seller_data import seller_data
from plugins.audit.checks.sitemap_address import sitemap_address
from plugins.audit.checks.sitemap_broken import sitemap_broken
from plugins.audit.checks.sitemap_date import sitemap_date
from plugins.audit.checks.sitemap_lacks_page import sitemap_lacks_page
from plugins.audit.checks.slot_taken_twice import slot_taken_twice
from plugins.audit.checks.stale_date import stale_date
from plugins.audit.checks.third_host import third_host
from plugins.audit.checks.ticked_box import ticked_box
from plugins.audit.checks.title_cut import title_cut
from plugins.audit.checks.title_stuffed import title_stuffed
from plugins.audit.checks.undescribed_picture import undescribed_picture
from plugins.audit.checks.unknown_key import unknown_key
from plugins.audit.checks.unpayable_price import unpayable_price
from plugins.audit.checks.unsized_picture import unsized_picture
from plugins.audit.checks.unusable_way import unusable_way
from plugins.audit.finding import Finding
from plugins.audit.subject import Subject

Check = Callable[[Subject], Iterable[Finding]]

# Those that judge key phrases: `invoke keywords` runs them alone
PHRASE_CHECKS: tuple[Check, ...] = (
    keywords_file,
    mixed_alphabets,
    phrase_not_in_title,
    phrase_not_in_h1,
    phrase_not_in_first_paragraph,
    phrase_not_in_description,
    phrase_not_in_subheadings,
    phrase_not_in_alt,
    phrase_not_in_text,
    phrase_too_often,
    form_too_often,
    title_stuffed,
    phrase_uneven,
    headings_crowded,
    cannibalisation,
    gap,
    document_without_phrases,
    phrase_on_other_page,
)

# What the law asks of a site for Russia
LAW_CHECKS: tuple[Check, ...] = (
    seller_data,
    consent_not_apart,
    form_without_consent,
    ticked_box,
    third_host,
    foreign_word,
    forbidden_network,
    mention_without_note,
)

# What robots are told before they read a page
ROBOT_CHECKS: tuple[Check, ...] = (
    sitemap_broken,
    sitemap_address,
    sitemap_lacks_page,
    sitemap_date,
    closed_to_robots,
    stale_date,
    not_in_product_feed,
)
# Which article comes out when
PLAN_CHECKS: tuple[Check, ...] = (slot_taken_twice, gap_in_plan, ready_without_date)

# What buyers can pay with
TRADE_CHECKS: tuple[Check, ...] = (
    unusable_way,
    dead_payment_link,
    unpayable_price,
    old_rates,
)

# Whether what is sold by links can be bought
SALE_CHECKS: tuple[Check, ...] = (
    checkout_link,
    checkout_on_trial,
    return_page_missing,
    cart_page_missing,
    leaked_key,
)

CHECKS: tuple[Check, ...] = (
    file_not_in_site,
    broken_link,
    broken_fragment,
    missing_picture,
    undescribed_picture,
    unsized_picture,
    missing_title,
    duplicate_title,
    title_cut,
    missing_description,
    duplicate_description,
    hreflang_not_reciprocal,
    unknown_key,
    example_company,
    *ROBOT_CHECKS,
    *SALE_CHECKS,
    *PLAN_CHECKS,
    *LAW_CHECKS,
    *TRADE_CHECKS,
    *PHRASE_CHECKS,
)

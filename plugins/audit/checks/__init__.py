"""The rules, one a file. This list is the specification; a rule's name is its file's, hyphened."""

from collections.abc import Callable, Iterable

from plugins.audit.checks.broken_fragment import broken_fragment
from plugins.audit.checks.broken_link import broken_link
from plugins.audit.checks.duplicate_description import duplicate_description
from plugins.audit.checks.duplicate_title import duplicate_title
from plugins.audit.checks.example_company import example_company
from plugins.audit.checks.file_not_in_site import file_not_in_site
from plugins.audit.checks.hreflang_not_reciprocal import hreflang_not_reciprocal
from plugins.audit.checks.missing_description import missing_description
from plugins.audit.checks.missing_picture import missing_picture
from plugins.audit.checks.missing_title import missing_title
from plugins.audit.checks.unknown_key import unknown_key
from plugins.audit.finding import Finding
from plugins.audit.subject import Subject

Check = Callable[[Subject], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    file_not_in_site,
    broken_link,
    broken_fragment,
    missing_picture,
    missing_title,
    duplicate_title,
    missing_description,
    duplicate_description,
    hreflang_not_reciprocal,
    unknown_key,
    example_company,
)

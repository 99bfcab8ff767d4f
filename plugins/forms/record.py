"""What the owner says about forms (forms.yaml): which stand where, what for, and where they go."""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal, Protocol

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from plugins.company.company import Hours
from plugins.company.keys import EACH_KEY_ONCE, Key, once
from plugins.company.localized import Localized
from plugins.data_errors import matching, must_be
from plugins.data_files import Record
from plugins.documents import Document
from plugins.language.messages import message
from plugins.security.policy import HTTPS_ADDRESS

SUBSCRIBE, REMINDER = "subscribe", "reminder"
STRETCH = timedelta(hours=2)
# A rest of the day that is shorter joins the stretch before it
SHORTEST = timedelta(hours=1)
Endpoint = Annotated[
    str,
    matching(
        HTTPS_ADDRESS,
        message("an https address without ? and #, such as https://example.com/forms"),
    ),
]
PagePath = Annotated[
    str,
    matching(r"[^\s/][^\s]*\.md", message("a page below a language's folder: pages/contacts.md")),
]


class Shown(Protocol):
    """A document or a page of a list; of a product's page, `product` is the sku."""

    @property
    def translation_key(self) -> str:
        """The path below its language's folder."""


class Segment(Record):
    """An interest that a subscriber may choose; `key` is what is sent."""

    key: Key
    name: Localized


class Form(Record):
    """A form, the pages that carry it, the purpose in legal.yaml that its consent names.

    `products` puts it on the page of every product, with the sku filled in.
    """

    kind: Literal["question", "callback", "quote", "subscribe", "reminder"]
    purpose: Key
    products: bool = False
    endpoint: Endpoint | None = None
    pages: Annotated[tuple[PagePath, ...], Field(validate_default=True)] = ()

    @field_validator("pages")
    @classmethod
    def _stands_somewhere(cls, pages: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if not pages and not info.data.get("products", True):
            raise must_be(message("a page that carries the form, or «products: true»"))
        return pages


class Forms(Record):
    """All forms of a site; without an endpoint a form prepares a letter."""

    endpoint: Endpoint | None = None
    segments: Annotated[tuple[Segment, ...], EACH_KEY_ONCE] = ()
    forms: Annotated[tuple[Form, ...], once("kind", message("a kind that nothing above has"))] = ()

    @field_validator("forms")
    @classmethod
    def _something_to_choose(cls, forms: tuple[Form, ...], info: ValidationInfo) -> object:
        chosen = any(form.kind == SUBSCRIBE for form in forms)
        if chosen and info.data.get("segments") == ():
            raise must_be(message("segments above, because there is a form «subscribe»"))
        return forms

    @field_validator("forms")
    @classmethod
    def _reminders_are_sent(cls, forms: tuple[Form, ...], info: ValidationInfo) -> object:
        unsent = (form for form in forms if form.kind == REMINDER and not form.endpoint)
        if not info.data.get("endpoint", True) and any(unsent):
            raise must_be(message("an endpoint for the form «reminder»: a letter reminds nobody"))
        return forms

    def on(self, here: Shown) -> tuple[Form, ...]:
        """The forms of a page, in order."""
        sku = getattr(here, "product", "")
        return tuple(form for form in self.forms if carries(form, here.translation_key, sku))

    def call_times(self, hours: Hours) -> tuple[tuple[time, time], ...]:
        """Stretches of the working hours, in which a visitor may be called."""
        at, closes = (datetime.combine(date.min, t) for t in (hours.opens, hours.closes))
        found = []
        while at < closes:
            end = at + STRETCH if closes - at >= STRETCH + SHORTEST else closes
            found.append((at.time(), end.time()))
            at = end
        return tuple(found)

    def sent_to(self, form: Form) -> str | None:
        """The endpoint of a form: its own, else the one for all; None makes it a letter."""
        return form.endpoint or self.endpoint

    def asks(self, document: Document) -> bool:
        """Whether the page of a document carries a form."""
        return bool(self.on(document))


def carries(form: Form, path: str, sku: str) -> bool:
    """Whether a form stands on a page, named by its path below the language's folder."""
    return path in form.pages or (form.products and bool(sku))


NO_FORMS = Forms()

"""What visitors press to buy, or to write where nothing can be bought now."""

from dataclasses import dataclass
from html import escape
from typing import Literal
from urllib.parse import quote

from markupsafe import Markup

from plugins.company.products import Availability, Product
from plugins.language.messages import Message, message
from plugins.language.numbers import rubles
from plugins.language.typography import typeset

# A link to money is none for robots to follow, and the service learns only which site it is from
_BUYING = 'rel="nofollow" referrerpolicy="strict-origin"'


@dataclass(frozen=True)
class Button:
    """A link and its words; `demo` is whether it leads to the stand-in."""

    url: str
    words: str
    kind: Literal["buy", "letter"]
    demo: bool = False

    @property
    def attributes(self) -> Markup:
        """The attributes of its element, href first."""
        more = f" {_BUYING}" if self.kind == "buy" else ""
        return Markup(f'href="{escape(self.url)}"{more}')

    def __html__(self) -> str:
        """The button itself."""
        return f'<a class="button" {self.attributes}>{escape(self.words, quote=False)}</a>'

    def __str__(self) -> str:
        """The same where nothing is escaped."""
        return self.__html__()


def buy_button(product: Product, lang: str, url: str, *, demo: bool) -> Button:
    """The button with the price on it."""
    words = message("Go to payment — %(price)s", price=rubles(product.price, lang))
    return Button(url, typeset(words.in_language(lang), lang), "buy", demo)


def letter_button(product: Product, lang: str, email: str) -> Button:
    """A letter to us: to be told when it is back, or to order where no service takes money."""
    sku = product.sku
    if product.availability is Availability.OUT_OF_STOCK:
        words = message("Tell me when it is back")
        subject = message("Tell me when %(sku)s is back", sku=sku)
    else:
        words, subject = message("Order by e-mail"), message("Order: %(sku)s", sku=sku)
    return Button(_letter(email, subject, lang), typeset(words.in_language(lang), lang), "letter")


def _letter(email: str, subject: Message, lang: str) -> str:
    return f"mailto:{email}?subject={quote(subject.in_language(lang))}"

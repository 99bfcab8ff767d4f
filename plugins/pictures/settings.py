"""What an owner may set for pictures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PictureSettings:
    """`widths`: pixels, ascending, in which a bitmap is made, never wider than its original.

    `in_text`: the `sizes` attribute of a picture in running text, as wide as the theme sets it.
    `first_screen`: how many characters of text may stand before a picture of the first screen.
    `address`: what addresses of pictures begin with; empty, they begin at the root of the site.
    """

    widths: tuple[int, ...] = (320, 480, 720, 1080, 1440)
    in_text: str = "(min-width: 45rem) 43rem, calc(100vw - 2rem)"
    first_screen: int = 400
    address: str = ""

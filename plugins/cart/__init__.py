"""The cart without a server: a page, small files of goods, all else in the visitor's browser."""

from plugins.cart.goods import cart_claims, goods_files

__all__ = ["cart_claims", "goods_files"]

"""The shipped site, built once for all tests of a run that look at its pages."""

from tests.browser.conftest import site

__all__ = ["site"]

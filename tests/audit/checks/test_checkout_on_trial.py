from dataclasses import replace

import pytest

from plugins.audit.checks.checkout_on_trial import checkout_on_trial
from plugins.audit.sale import Sale
from plugins.checkout import CheckoutSettings
from plugins.checkout.making import checkout_of
from plugins.language.problems import Severity
from tests.audit.subjects import ADDRESS, NOW, found, subject


@pytest.mark.parametrize(
    ("publishing", "severity"), [(False, Severity.WARNING), (True, Severity.ERROR)]
)
def test_links_of_the_example_key(publishing: bool, severity: Severity) -> None:
    checkout = checkout_of(CheckoutSettings(), None, (), ADDRESS, NOW)
    judged = replace(subject(publishing=publishing), sale=Sale(checkout))

    assert [finding[:2] for finding in found(checkout_on_trial, judged)] == [
        ("checkout-on-trial", severity)
    ]


def test_a_checkout_that_is_off() -> None:
    checkout = checkout_of(CheckoutSettings(off=True), None, (), ADDRESS, NOW)

    assert found(checkout_on_trial, replace(subject(), sale=Sale(checkout))) == []

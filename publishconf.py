"""What differs when the site is published. Secrets come from the environment only."""

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *
from pelicanconf import COMPANY, SHOP, SITE_RULES
from plugins.checkout import unready
from plugins.company.example import example_problems

STRICT = True
DRAFTS = False
DIRECT_TEMPLATES: list[str] = []
SITE_RULES = (*SITE_RULES, partial(example_problems, company=COMPANY), partial(unready, shop=SHOP))

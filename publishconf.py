"""What differs when the site is published. Secrets come from the environment only."""

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *
from pelicanconf import COMPANY, SHOP, SITE_RULES
from plugins.checkout import unready
from plugins.company.example import example_problems
from plugins.release.destinations import FolderTarget, destination_of
from plugins.release.social_settings import SocialSettings
from plugins.release.verifying import VerifySettings

STRICT = True
DRAFTS = False
DIRECT_TEMPLATES: list[str] = []
SITE_RULES = (*SITE_RULES, partial(example_problems, company=COMPANY), partial(unready, shop=SHOP))

# Where `invoke release` publishes: FolderTarget, BranchTarget or S3Settings, see
# docs/releasing.md. VITRINA_RELEASE names another folder that visitors get
RELEASE = destination_of("VITRINA_RELEASE", default=FolderTarget("released"))
# How a release looks whether visitors get what was published: how many pages, how patiently
VERIFY = VerifySettings()
# For which networks a release drafts posts of new articles (reports/social/)
SOCIAL = SocialSettings()

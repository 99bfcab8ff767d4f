"""What of Pelican is set for good, because the seam relies on it; pelicanconf.py takes it whole."""

from jinja2 import StrictUndefined

# A name that no front-matter key can have (pelican_bridge.PATH_NAME)
PATH_METADATA = r"(?P<путь>.*)"
LOCALE = ["C.UTF-8", "C"]
IGNORE_FILES = [".*", "__*"]
READERS = {"rst": None, "html": None, "htm": None}
ARTICLE_TRANSLATION_ID = "translation_key"
PAGE_TRANSLATION_ID = "translation_key"
USE_FOLDER_AS_CATEGORY = False
# Stages are ours (plugins/documents/stages.py): Pelican reads the real clock
WITH_FUTURE_DATES = True
TIMEZONE = "Europe/Moscow"
RELATIVE_URLS = False
DELETE_OUTPUT_DIRECTORY = True

# Pelican's own lists, feeds and drafts are off: plugins/listings, plugins/discovery
ARCHIVES_SAVE_AS = AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ""
TAG_SAVE_AS = TAGS_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "undefined": StrictUndefined,
}

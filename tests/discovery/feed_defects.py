"""What can be wrong with feeds, and must be found: a file, what stands there, what is put in."""

HOST = "https://pech-verstak.example/"
ONE = f"{HOST}blog/rastamozhka-oborudovaniya-iz-kitaya/"
OTHER = f"{HOST}blog/kak-proverit-postavshchika/"
DEFECTS = {
    "no XML": ("feed.xml", "</feed>", "</fee>"),
    "an unknown word": ("feed.xml", "<published>", "<made>1</made><published>"),
    "an entry without its day": ("feed.xml", "<updated>2026", "<updated>"),
    "another address of its own": ("feed.xml", 'example/feed.xml"', 'example/atom.xml"'),
    "an address that is not whole": ("feed.xml", '<link href="' + ONE, '<link href="/blog/'),
    "an entry that is no page": ("feed.xml", ONE + '" rel', ONE + 'x/" rel'),
    "the same entry twice": ("feed.xml", f"<id>{OTHER}", f"<id>{ONE}"),
    "a length that is not so": ("feed.xml", ' length="', ' length="1'),
    "a picture of another type": ("rss.xml", 'type="image/png"', 'type="image/jpeg"'),
    "a picture that is not there": ("rss.xml", "example/share/", "example/shared/"),
    "a time of the build": ("feed.xml", "<updated>2026-11-17", "<updated>2026-11-18"),
    "a script": ("feed.xml", "&lt;h2&gt;", "&lt;script&gt;&lt;/script&gt;&lt;h2&gt;"),
    "a style": ("feed.xml", "&lt;h2&gt;", '&lt;h2 class="x"&gt;'),
    "a relative link": ("rss.xml", f'href="{HOST}', 'href="/'),
    "a link to nothing": ("rss.xml", f'href="{HOST}', f'href="{HOST}x'),
    "one format tells more": ("rss.xml", "&lt;h2&gt;", "&lt;h2&gt;Ещё "),
    "letters of another alphabet": ("rss.xml", "<link>https://", "<link>https://печь."),
    "a day by another calendar": ("rss.xml", " +0300</pubDate>", " MSK</pubDate>"),
    "a table for Dzen": ("dzen.xml", "&lt;p&gt;", "&lt;table&gt;&lt;/table&gt;&lt;p&gt;"),
    "text without a paragraph": ("dzen.xml", "<content:encoded>", "<content:encoded>a"),
    "old news for Dzen": ("dzen.xml", "<pubDate>Tue, 17", "<pubDate>Tue, 10"),
    "no word for Dzen": ("dzen.xml", "<category>noindex</category>", ""),
    "no rating": ("dzen.xml", "nonadult", "good"),
    "a page that names no feed": ("index.html", 'type="application/atom+xml"', 'type="x"'),
    "a hub that names another's": (
        "blog/category/oplata/index.html", "oplata/feed.xml", "dostavka/feed.xml"
    ),
    "a product without a page": ("yml.xml", "/parokonvektsionnaya-", "/drugaya-"),
    "another price": ("yml.xml", "<price>289000<", "<price>288000<"),
    "a price with a comma": ("yml.xml", "<price>289000<", "<price>289000,00<"),
    "no price": ("yml.xml", "<price>289000</price>", ""),
    "a price of nothing": ("yml.xml", "<price>289000<", "<price>0<"),
    "an old price that is no higher": ("yml.xml", "<oldprice>126000<", "<oldprice>118000<"),
    "another name": ("yml.xml", "<name>Пароконвектомат", "<name>Печь"),
    "in stock, it says": ("yml.xml", 'available="false"', 'available="true"'),
    "no category": ("yml.xml", "<categoryId>", "<categoryId>1"),
    "a category without a parent": ("yml.xml", 'parentId="', 'parentId="1'),
    "a category that is its own parent": (
        "yml.xml", '<category id="881303946"', '<category id="881303946" parentId="881303946"'
    ),
    "an id twice": ("yml.xml", 'id="PV-102"', 'id="PV-101"'),
    "an id that is too long": ("yml.xml", 'id="PV-102"', 'id="PV-102-PV-102-PV-1020"'),
    "dollars": ("yml.xml", "<currencyId>RUB<", "<currencyId>USD<"),
    "a drawing": ("yml.xml", "-1200.png</picture>", ".svg</picture>"),
    "a lost picture": ("yml.xml", "-1200.png</picture>", "-1201.png</picture>"),
    "no picture": ("yml.xml", "<picture>", "<image>"),
    "a dash for a hyphen": ("yml.xml", 'days="1-3"', 'days="1–3"'),
    "forty days": ("yml.xml", 'days="1-3"', 'days="1-40"'),
    "kopecks": ("yml.xml", 'cost="2900"', 'cost="2900.50"'),
    "a date of last month": ("yml.xml", 'date="2026-11', 'date="2026-10'),
    "another time zone": ("yml.xml", "00:00:00+03:00", "21:00:00+00:00"),
    "an unknown element": ("yml.xml", "<vendor>", "<made-by>x</made-by><vendor>"),
}  # fmt: skip

"""A page and documents with a fault for each check of law."""

from plugins.audit.law import Law
from plugins.company import Company
from tests.audit.networks import NETWORKS
from tests.audit.subjects import document
from tests.company.records import COMPANY

PAGES = {
    "law/index.html": """<html lang="ru"><title>Закон</title>
        <meta name="description" content="о законе"><h1>Sale</h1>
        <form method="post"><input type="checkbox" name="ok" checked></form>
        <p>Instagram</p><a href="https://instagram.com/x">x</a>
        <script src="https://cdn.example.org/x.js"></script>"""
}
DOCUMENTS = (document("ru/pages/offer.md", "<p>Продаём.</p>"),)
SELLER = Company.model_validate(COMPANY | {"example": "true"})
LAW = Law(networks=NETWORKS)

"""A folder that no server gives to visitors yet, asked as a server would be."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.release.web import Answer, Web

ERROR_PAGE = "404.html"


@dataclass(frozen=True)
class FolderShown(Web):
    """The way to a site that lies in a folder."""

    folder: Path = Path()

    def get(self, url: str) -> Answer:
        """The file of an address, else the error page."""
        path = unquote(urlsplit(url).path).lstrip("/")
        file = self.folder / (f"{path}index.html" if path.endswith("/") or not path else path)
        inside = file.resolve().is_relative_to(self.folder.resolve())
        if inside and file.is_file():
            return Answer(200, file.read_bytes())
        error = self.folder / ERROR_PAGE
        return Answer(404, error.read_bytes() if error.is_file() else b"")

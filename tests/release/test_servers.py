"""What servers get of a built site: reports/server/."""

from pathlib import Path

from plugins.documents.addresses import Redirect
from plugins.release.servers import write_server_files
from tests.documents.examples import NOW, document, site


def test_every_file_for_nginx_and_for_caddy(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text(
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">', "utf-8"
    )
    left = document("ru/blog/left.md", expires=NOW, url="left/")
    moved = (Redirect.model_validate({"from": "/a/", "to": "/b/"}),)
    settings = {"REDIRECTS": moved, "PUBLISHED": ()}
    write_server_files(tmp_path / "server", output, site(left), settings)
    files = {file.name: file.read_text("utf-8") for file in (tmp_path / "server").iterdir()}

    assert sorted(files) == [
        "pages.nginx.conf",
        "redirects.caddy",
        "redirects.nginx.conf",
        "security.caddy",
        "security.nginx.conf",
    ]
    assert '"/a/" "/b/";' in files["redirects.nginx.conf"]
    assert '"/left/" 1;' in files["redirects.nginx.conf"]
    assert '"/a/" "/b/"' in files["redirects.caddy"]
    assert '"/left/" "gone"' in files["redirects.caddy"]
    assert "/en/404.html" in files["pages.nginx.conf"]

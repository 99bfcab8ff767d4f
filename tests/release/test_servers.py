"""What servers get of a built site: reports/server/."""

from pathlib import Path

from plugins.documents.addresses import Redirect
from plugins.release.servers import write_server_files


def test_every_file_for_nginx_and_for_caddy(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text(
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">', "utf-8"
    )
    moved = (Redirect.model_validate({"from": "/a/", "to": "/b/"}),)
    write_server_files(tmp_path / "server", output, moved, ("ru", "en"))
    files = {file.name: file.read_text("utf-8") for file in (tmp_path / "server").iterdir()}

    assert sorted(files) == [
        "pages.nginx.conf",
        "redirects.caddy",
        "redirects.nginx.conf",
        "security.caddy",
        "security.nginx.conf",
    ]
    assert '"/a/" "/b/";' in files["redirects.nginx.conf"]
    assert '"/a/" "/b/"' in files["redirects.caddy"]
    assert "/en/404.html" in files["pages.nginx.conf"]

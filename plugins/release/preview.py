"""The local preview: serves the output, builds again on a change, reloads open pages."""

import subprocess
import sys
from pathlib import Path

from livereload import Server

WATCHED = ("content", "theme", "locales", "pelicanconf.py")


def serve(root: Path, output: Path, port: int) -> None:
    """Build, then serve http://localhost:PORT until interrupted.

    A failed build prints its problems and leaves the pages as they were.
    """
    command = [sys.executable, "-m", "invoke", "build", "--output", str(output)]

    def rebuild() -> None:
        subprocess.run(command, cwd=root, check=False)

    rebuild()
    output.mkdir(parents=True, exist_ok=True)
    server = Server()
    for name in WATCHED:
        server.watch(str(root / name), rebuild)
    server.serve(port=port, host="127.0.0.1", root=str(output), default_filename="index.html")

"""Whether git keeps a private key: asked of git without showing the key to anybody."""

import subprocess
from pathlib import Path

from plugins.checkout.canonical import base64url
from plugins.checkout.keys import SigningKey


def holding_key(folder: Path, key: SigningKey) -> tuple[str, ...]:
    """Files of a repository, as they are now, that hold the secret half; none without git.

    The key goes to git by a pipe: arguments of a program are there for all to see.
    """
    secret = base64url(key.private.private_bytes_raw())
    try:
        done = subprocess.run(
            ["git", "grep", "-lFz", "-f", "-"],
            input=secret.encode(),
            cwd=folder,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(
        sorted(name.decode("utf-8", "replace") for name in done.stdout.split(b"\0") if name)
    )

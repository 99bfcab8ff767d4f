"""Programs that a target is reached by: git, ghp-import, rsync; what they say becomes a problem."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.language.messages import Message, message, verbatim
from plugins.language.problems import Problem, ProblemsFound

# A storage that is slow may take so many seconds a command; then the next run goes on
PATIENCE = 1200
# Nobody sits at the machine: a program that would ask for a password fails instead
_SILENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_SSH_COMMAND": "ssh -o BatchMode=yes",
    "RSYNC_RSH": "ssh -o BatchMode=yes",
}


@dataclass(frozen=True)
class Programs:
    """Where programs run and for which target; its `name` stands in problems."""

    name: str
    folder: Path
    variables: Mapping[str, str] = field(default_factory=dict)

    def run(self, *command: str, data: bytes | None = None) -> bytes:
        """What a command prints; raises ProblemsFound where it fails."""
        done = self.tried(*command, data=data)
        if done.returncode:
            raise self.failed(_said(done.stderr) or _failed(command))
        return done.stdout

    def tried(
        self, *command: str, data: bytes | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        """A command that may fail."""
        environment = {**_SILENT, **os.environ, **self.variables}
        try:
            return subprocess.run(
                command,
                cwd=self.folder,
                env=environment,
                input=data or b"",
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except FileNotFoundError:
            raise self.failed(_absent(command)) from None
        except subprocess.TimeoutExpired:
            raise self.failed(message("no answer in time")) from None

    def failed(self, why: Message) -> ProblemsFound:
        """What hinders, as a problem of the target."""
        return ProblemsFound([Problem(self.name, 0, "", why)])


def _absent(command: Sequence[str]) -> Message:
    return message("the program %(program)s is not on this machine; install it", program=command[0])


def _failed(command: Sequence[str]) -> Message:
    return message("%(program)s failed and did not say why", program=" ".join(command[:2]))


def _said(errors: bytes) -> Message | None:
    """The lines in which a program says why it gave up, without advice for people who type."""
    lines = errors.decode("utf-8", "replace").splitlines()
    told = [line for line in lines if line.strip() and not line.startswith(("hint:", "  File "))]
    return verbatim("; ".join(told[-3:])) if told else None

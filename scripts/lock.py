"""Writes requirements.lock anew: the newest versions pyproject.toml admits, with the hashes of all their files.

    python scripts/lock.py

Uses pip-tools in an environment of its own. Nothing in the lock names an index: where
packages come from is the business of the machine that installs them.
"""

import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
HEAD = "# What was tested: versions and hashes. Written by scripts/lock.py; pyproject.toml says what is wanted.\n"


def main() -> None:
    """Resolve and write the lock."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-tools"], check=True)
        output = Path(folder) / "lock.txt"
        command = [
            python,
            "-m",
            "piptools",
            "compile",
            "--quiet",
            "--generate-hashes",
            "--all-extras",
            "--strip-extras",
        ]
        command += [
            "--allow-unsafe",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--no-emit-trusted-host",
            "--no-header",
        ]
        command += ["--no-annotate", "--output-file", output, "pyproject.toml"]
        subprocess.run(command, check=True, cwd=ROOT)
        lines = output.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and not re.match(r"#|--(?!hash)", line.strip())]
    LOCK.write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{LOCK.name}: {sum('==' in line for line in kept)} packages", file=sys.stderr)


if __name__ == "__main__":
    main()

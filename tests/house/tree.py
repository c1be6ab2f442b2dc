"""The files of the tree, for the checks of the house.

Each check prints one line for each fault, `path:line: what`, and exits 1 if
there was any. It looks at the tree named by its argument, so that a check can
itself be tried on a broken copy.
"""
import os
import pathlib
import sys

CODE = (".c", ".h", ".cc")
SKIPPED_SUITE = 77


def files(root, suffixes=None):
    """All files below root but builds and hidden folders, in order."""
    found = []
    for folder, folders, names in os.walk(root):
        at_top = folder == str(root)
        folders[:] = sorted(
            name for name in folders
            if not (name.startswith(".") and name != ".ci")
            and not (at_top and name.startswith("build"))
            and name != "__pycache__")
        for name in sorted(names):
            path = pathlib.Path(folder, name)
            if suffixes is None or path.suffix in suffixes:
                found.append(path.relative_to(root))
    return found


def scripts(root):
    """Programs that begin with #!, with the interpreter's name."""
    found = []
    for path in files(root):
        with open(root / path, "rb") as file:
            first = file.readline(200)
        if first.startswith(b"#!"):
            name = first.decode().split("/")[-1].split()[-1]
            found.append((path, name))
    return found


def lines(root, path):
    """The lines of a text file, numbered from 1."""
    text = (root / path).read_text(encoding="utf-8", errors="replace")
    return list(enumerate(text.split("\n"), 1))


def run(check):
    """Runs check(root), which gives the faults, and ends the program."""
    root = pathlib.Path(sys.argv[1]).resolve()
    faults = list(check(root))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


def skip(reason):
    """Ends the program as skipped, or as failed where nothing may be."""
    print(reason)
    sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED_SUITE)

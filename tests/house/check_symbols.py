"""What libfatiao.so exports is what the public headers declare, no more and no less.

Arguments: the root of the tree, the shared library.
"""
import re
import subprocess
import sys

import tree


def declared(header):
    """Functions that a header declares, and those without FATIAO_API."""
    text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r"^\s*#.*(\\\n.*)*$", "", text, flags=re.M)
    names, bare = set(), set()
    for statement in re.split(r"[;{}]", text):
        found = re.search(r"\b(fatiao_\w+)\s*\(", statement)
        if found:
            names.add(found[1])
            if "FATIAO_API" not in statement:
                bare.add(found[1])
    return names, bare


def exported(library):
    output = subprocess.run(["nm", "-D", "--defined-only", library], check=True,
                            capture_output=True, text=True).stdout
    return {line.split()[-1].split("@")[0] for line in output.splitlines()}


def check(root):
    symbols = exported(sys.argv[2])
    known = set()
    for path in sorted((root / "include/fatiao").glob("*.h")):
        names, bare = declared(path)
        known |= names
        place = f"{path.relative_to(root)}:1"
        for name in sorted(bare):
            yield f"{place}: {name} has no FATIAO_API"
        for name in sorted(names - symbols):
            yield f"{place}: {name} is declared and not exported"
    for name in sorted(symbols - known):
        yield f"{sys.argv[2]}:1: {name} is exported and not declared"


tree.run(check)

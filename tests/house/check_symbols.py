"""What libfatiao.so exports is what fatiao.h declares, no more and no less.

Arguments: the root of the tree, the shared library.
"""
import re
import subprocess
import sys

import tree


def declared(header):
    """Functions that the header declares, and those without FATIAO_API."""
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
    names, bare = declared(root / "include/fatiao/fatiao.h")
    symbols = exported(sys.argv[2])
    for name in sorted(bare):
        yield f"include/fatiao/fatiao.h:1: {name} has no FATIAO_API"
    for name in sorted(names - symbols):
        yield f"include/fatiao/fatiao.h:1: {name} is declared and not exported"
    for name in sorted(symbols - names):
        yield f"{sys.argv[2]}:1: {name} is exported and not declared"


tree.run(check)

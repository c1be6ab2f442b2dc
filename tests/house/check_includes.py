"""Who may include what.

In the order of LAYERS a folder of lib includes only from itself and those
before it. cli, examples and tests/api know the library by its public header
alone. Each foreign library is known to one folder.
"""
import re

import tree

# Public headers, each of which includes the standard and those before it.
PUBLIC = ["fatiao/status.h", "fatiao/refs.h", "fatiao/tree.h",
          "fatiao/explanation.h", "fatiao/facet.h", "fatiao/claim.h", "fatiao/fatiao.h"]
LAYERS = ["base", "text", "statute", "facet", "engine", "index", "query", "model",
          "search", "learn", "claim"]
INCLUDE = re.compile(r'\s*#\s*include\s*(["<])([^">]+)[">]')
# A foreign header, by its beginning, and where it may be included.
FOREIGN = {
    "unicode/": "lib/text/",
    "cmark": "lib/statute/markdown.c",
    "xapian": "lib/engine/",
    "jansson": "cli/",
    "yaml": "cli/profile_file.c",
    "xxhash": "lib/",
    "cmocka": "tests/",
}
# Tests and measurements that compare with a library include it themselves.
FOREIGN_TESTS = ("tests/unit/", "tests/fuzz/", "tests/bench/")
OUTSIDE = ("cli/", "examples/", "tests/api/")
# What a library must not do behind its caller's back.
CALL = re.compile(
    r"(?<![\w.>])(printf|puts|putchar|perror|exit|_exit|abort|getenv|system"
    r"|fprintf|std::cout|std::cerr|setlocale|setenv|putenv)\s*\(")


def foreign_fault(path, name):
    for start, place in FOREIGN.items():
        if name.startswith(start) and not path.startswith(place):
            if not path.startswith(FOREIGN_TESTS):
                return f"only {place} may include <{name}>"
    return None


def own_fault(root, path, name):
    """Faults of an include in quotation marks."""
    folder = path.rsplit("/", 1)[0]
    beside = root / folder / name
    if path.startswith("lib/"):
        layer = path.split("/")[1]
        other = name.split("/")[0] if "/" in name else layer
        if other not in LAYERS or ".." in name:
            return f'"{name}" is not of a folder of lib'
        if LAYERS.index(other) > LAYERS.index(layer):
            return f"{layer} may not include from {other}"
        # A *_table.inc is made by the build, by a make_*.c beside it.
        if name.endswith("_table.inc"):
            return None
        if "/" not in name and not beside.exists():
            return f'"{name}" is not in this folder: name its folder'
    elif path.startswith(OUTSIDE):
        top = path.split("/")[0]
        if not (beside.exists() or (root / top / name).exists()):
            return f'"{name}" is not of {top}: include <fatiao/fatiao.h>'
    elif path.startswith("include/"):
        return "a public header includes only the standard and those before it"
    return None


def public_fault(path, name):
    """Faults of an include of a public header: those in include/ stand in an
    order, and all others know fatiao.h alone."""
    if not path.startswith("include/"):
        return None if name == PUBLIC[-1] else "include <fatiao/fatiao.h>"
    own = path.split("/", 1)[1]
    if own not in PUBLIC or name not in PUBLIC[:PUBLIC.index(own)]:
        return "a public header includes only the standard and those before it"
    return None


def check(root):
    for path in tree.files(root, tree.CODE):
        name = path.as_posix()
        if path.suffix == ".cc" and not name.startswith("lib/engine/"):
            yield f"{name}:1: C++ lives in lib/engine only"
        if name.startswith("lib/") and name.split("/")[1] not in LAYERS:
            yield f"{name}:1: lib has no folder {name.split('/')[1]}"
            continue
        in_library = name.startswith("lib/") and not path.name.startswith("make_")
        for number, line in tree.lines(root, path):
            fault = None
            found = INCLUDE.match(line)
            if found and found[1] == "<":
                fault = foreign_fault(name, found[2])
                if found[2].startswith("fatiao/"):
                    fault = public_fault(name, found[2])
            elif found:
                fault = own_fault(root, name, found[2])
            elif in_library and not line.lstrip().startswith(("*", "/")):
                call = CALL.search(re.sub(r'"(\\.|[^"\\])*"', '""', line))
                if call:
                    fault = f"the library does not call {call[1]}"
            if fault:
                yield f"{name}:{number}: {fault}"


tree.run(check)

"""Names and sizes: one file one noun, files and functions one can take in.

A function is counted from the line that holds only `{` to the one that holds
only `}`, as clang-format lays them out. Tables may be long in files of their
own, named *_table.c or *_table.h.
"""
import collections
import re

import tree

FILE_LINES_MAX = 500
FUNCTION_LINES_MAX = 100
# Nine functions in ten are no longer than this.
FUNCTION_LINES_USUAL = 60
ONCE_PER_FOLDER = {"meson.build", "README.md"}
# Laws, and the questions of each field under the names that the scorer knows.
DATA = ("corpus/", "tests/quality/")
TEST_CASE = re.compile(r"cmocka_unit_test\w*\(\s*(\w+)")


def functions(lines):
    """Start line and length of each function."""
    start = None
    for number, line in lines:
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            yield start, number - start - 1
            start = None


def name_faults(root):
    places = collections.defaultdict(list)
    stems = collections.defaultdict(set)
    for path in tree.files(root):
        name = path.as_posix()
        if path.name not in ONCE_PER_FOLDER and not name.startswith(DATA):
            places[path.name].append(name)
        if path.suffix in tree.CODE and name.startswith(("lib/", "cli/")):
            stems[path.stem].add(path.parent.as_posix())
    for name, paths in places.items():
        if len(paths) > 1:
            yield f"{paths[1]}:1: the name is not unique: {paths[0]}"
    for stem, folders in stems.items():
        if len(folders) > 1:
            yield f"{sorted(folders)[1]}/{stem}: a noun of two folders: {sorted(folders)}"


def pair_fault(root, path):
    """A source file of lib has a header or implements the public one. Others
    are the parts of engine.h and programs that the build runs for a table."""
    header = (root / path).with_suffix(".h")
    if path.suffix not in (".c", ".cc") or path.parts[0] != "lib" or header.exists():
        return False
    if path.name.startswith("make_") or path.parts[1] == "engine":
        return False
    text = (root / path).read_text(encoding="utf-8")
    return not re.search(r"^fatiao_\w+\(", text, re.M)


def check(root):
    yield from name_faults(root)
    lengths = []
    for path in tree.files(root, tree.CODE + (".py", ".sh", ".build")):
        if path.stem.endswith("_table"):
            continue
        lines = tree.lines(root, path)
        if len(lines) - 1 > FILE_LINES_MAX:
            yield f"{path}:1: {len(lines) - 1} lines, look for the second noun"
        if path.suffix not in tree.CODE:
            continue
        for start, length in functions(lines):
            lengths.append(length)
            if length > FUNCTION_LINES_MAX:
                yield f"{path}:{start}: a function of {length} lines"
        if pair_fault(root, path):
            yield f"{path}:1: has no header and no part of the public one"
        if path.name.startswith("test_"):
            text = "\n".join(line for _, line in lines)
            for case in TEST_CASE.findall(text):
                if not case.startswith(path.stem + "__"):
                    yield f"{path}:1: {case} is not named {path.stem}__…"
    long = sum(length > FUNCTION_LINES_USUAL for length in lengths)
    if long * 10 > len(lengths):
        yield f"{long} of {len(lengths)} functions have over {FUNCTION_LINES_USUAL} lines"


tree.run(check)

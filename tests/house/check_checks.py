"""The checks themselves: each finds the fault that it is for, and nothing in a
tree without faults.

Each case is a small tree of its own with one fault in it.
"""
import pathlib
import subprocess
import sys
import tempfile

import tree

HEADER = "#ifndef A_H\n#define A_H\nint a(void);\n#endif\n"
PUBLIC = "#ifndef F_H\n#define F_H\n#include <stddef.h>\nsize_t fatiao_a(void);\n#endif\n"
LONG = "int a;\n" * 501
LONG_FUNCTION = "int\na(void)\n{\n" + "    a();\n" * 101 + "}\n"
UNDONE = "/* TO" + "DO */\n"

# Check, the files of the tree, a part of what the check must say.
FAULTS = [
    ("includes", {"lib/base/a.c": '#include "text/utf8.h"\n'}, "base may not include from text"),
    ("includes", {"lib/index/a.c": '#include "search/a.h"\n'}, "may not include from search"),
    ("includes", {"lib/query/a.c": '#include "../search/a.h"\n'}, "not of a folder of lib"),
    ("includes", {"lib/query/a.c": "#include <unicode/ubrk.h>\n"}, "only lib/text/"),
    ("includes", {"lib/statute/a.c": "#include <cmark.h>\n"}, "only lib/statute/markdown.c"),
    ("includes", {"lib/index/a.c": "#include <xapian.h>\n"}, "only lib/engine/"),
    ("includes", {"lib/index/a.c": "#include <jansson.h>\n"}, "only cli/"),
    ("includes", {"cli/a.c": '#include "base/strbuf.h"\n'}, "not of cli"),
    ("includes", {"tests/api/test_a.c": '#include "index/record.h"\n'}, "not of tests"),
    ("includes", {"include/fatiao/status.h": "#include <fatiao/tree.h>\n"}, "those before it"),
    ("includes", {"include/fatiao/tree.h": '#include "base/array.h"\n'}, "those before it"),
    ("includes", {"cli/a.c": "#include <fatiao/tree.h>\n"}, "include <fatiao/fatiao.h>"),
    ("includes", {"lib/text/a.cc": "int a;\n"}, "C++ lives in lib/engine"),
    ("includes", {"lib/misc/a.c": "int a;\n"}, "no folder misc"),
    ("includes", {"lib/base/a.c": '    printf("a");\n'}, "does not call printf"),
    ("includes", {"lib/base/a.c": "    exit(1);\n"}, "does not call exit"),
    ("sizes", {"lib/base/a.h": HEADER, "lib/text/a.h": HEADER}, "not unique"),
    ("sizes", {"lib/base/a.h": HEADER, "cli/a.c": "int a;\n"}, "noun of two folders"),
    ("sizes", {"cli/a.c": LONG}, "501 lines"),
    ("sizes", {"cli/a.c": LONG_FUNCTION}, "function of 101 lines"),
    ("sizes", {"lib/base/a.c": "int a;\n"}, "no header"),
    ("sizes", {"tests/unit/test_a.c": "cmocka_unit_test(test_b__is)\n"}, "not named test_a__"),
    ("text", {"cli/a.c": UNDONE}, "left undone"),
    ("text", {"cli/a.c": "int a; \n"}, "blank at the end"),
    ("text", {"scripts/a": "#!/bin/sh\nif\n"}, "yntax error"),
    ("text", {"scripts/a": "#!/bin/sh\necho $1\n"}, "SC2086"),
    ("text", {"scripts/a": "#!/usr/bin/env python3\nif\n"}, "invalid syntax"),
    ("text", {"README.md": "see `lib/base/a.h`\n"}, "lib/base/a.h is not there"),
    ("format", {"cli/a.c": "int a(void){return 1;}\n"}, "clang-format"),
    ("headers", {"lib/base/a.h": "size_t a(void);\n"}, "does not compile alone as c with gcc"),
    ("headers", {"lib/base/a.h": "enum a { B };\n"}, "does not compile alone as c with clang"),
    ("headers", {"include/fatiao/fatiao.h": PUBLIC + "int class;\n"}, "alone as c++"),
    ("headers", {"lib/engine/engine.h": HEADER.replace("a(void)", "new(void)")}, "alone as c++"),
]
CLEAN = {
    "include/fatiao/fatiao.h": PUBLIC,
    "lib/base/array.h": HEADER,
    "lib/text/array_text.h": '#ifndef B_H\n#define B_H\n\n#include "base/array.h"\n\n#endif\n',
    "scripts/a": '#!/bin/sh\necho "$1"\n',
}
# Symbols: the declared functions, those of the library, what must be said.
SYMBOLS = [
    ("FATIAO_API int fatiao_a(void);", "int fatiao_a(void) { return 1; }", ""),
    ("FATIAO_API int fatiao_a(void);", "int fatiao_b;", "fatiao_a is declared and not exported"),
    ("", "int ft_b(void) { return 1; }", "ft_b is exported and not declared"),
    ("int fatiao_a(void);", "int fatiao_a(void) { return 1; }", "has no FATIAO_API"),
]


def plant(folder, contents):
    for name, text in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def said_by(root, check, folder, *arguments):
    script = root / "tests/house" / f"check_{check}.py"
    result = subprocess.run([sys.executable, "-B", str(script), str(folder), *arguments],
                            capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


def symbol_faults(root, folder):
    for number, (declarations, definitions, expected) in enumerate(SYMBOLS):
        plant(folder, {"include/fatiao/fatiao.h": declarations, "a.c": definitions + "\n"})
        library = str(folder / "liba.so")
        subprocess.run(["gcc", "-shared", "-fPIC", str(folder / "a.c"), "-o", library],
                       check=True)
        code, said = said_by(root, "symbols", folder, library)
        if expected not in said or (code == 0) != (expected == ""):
            yield f"symbols, case {number}: {expected!r} expected, said: {said}"


def check(root):
    with tempfile.TemporaryDirectory() as name:
        clean = pathlib.Path(name, "clean")
        plant(clean, CLEAN)
        (clean / ".clang-format").write_bytes((root / ".clang-format").read_bytes())
        for kind in sorted({fault[0] for fault in FAULTS}):
            code, said = said_by(root, kind, clean)
            if code != 0:
                yield f"{kind}: finds fault with a clean tree: {said}"
        for number, (kind, contents, expected) in enumerate(FAULTS):
            folder = pathlib.Path(name, str(number))
            plant(folder, contents)
            (folder / ".clang-format").write_bytes((root / ".clang-format").read_bytes())
            code, said = said_by(root, kind, folder)
            if code == 0 or expected not in said:
                yield f"{kind}, case {number}: {expected!r} expected, said: {said}"
        yield from symbol_faults(root, pathlib.Path(name, "symbols"))


tree.run(check)

"""Text of the tree: nothing left undone, scripts that a shell can read, and
guides that name files that are there."""
import re
import shutil
import subprocess

import tree

# Written in pieces, so that this file passes its own check.
UNDONE = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]) + r")\b")
NO_TEXT = (".png", ".pdf")
# A path of the tree in a guide; one with <…> or * stands for several.
PATH = re.compile(r"`((?:cli|include|lib|scripts|tests)/[\w./-]+)`")


def said_by(command, root):
    result = subprocess.run(command, cwd=root, capture_output=True, text=True)
    return [] if result.returncode == 0 else (result.stdout + result.stderr).splitlines()


def check(root):
    for path in tree.files(root):
        if path.suffix in NO_TEXT or path.name == "COPYING":
            continue
        for number, line in tree.lines(root, path):
            if UNDONE.search(line):
                yield f"{path}:{number}: left undone: {line.strip()}"
            if path.suffix in tree.CODE + (".py", ".build") and line != line.rstrip():
                yield f"{path}:{number}: blank at the end of the line"
        if path.suffix == ".md" and len(path.parts) == 1:
            for name in PATH.findall((root / path).read_text(encoding="utf-8")):
                if not (root / name).exists():
                    yield f"{path}:1: {name} is not there"
    if shutil.which("shellcheck") is None:
        tree.skip("no shellcheck here")
    for path, interpreter in tree.scripts(root):
        if interpreter in ("sh", "bash"):
            yield from said_by([interpreter, "-n", str(path)], root)
            yield from said_by(["shellcheck", "-f", "gcc", str(path)], root)
        elif interpreter == "python3":
            source = (root / path).read_text(encoding="utf-8")
            try:
                compile(source, str(path), "exec")
            except SyntaxError as error:
                yield f"{path}:{error.lineno}: {error.msg}"


tree.run(check)

"""All C and C++ is as clang-format 14, that of Debian 12, lays it out."""
import re
import shutil
import subprocess

import tree


def check(root):
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    if tool is None:
        tree.skip("no clang-format here")
    version = subprocess.run([tool, "--version"], capture_output=True, text=True).stdout
    if not re.search(r"version 14\.", version):
        tree.skip(f"another clang-format than 14: {version.strip()}")
    paths = [str(path) for path in tree.files(root, tree.CODE)]
    result = subprocess.run([tool, "--dry-run", "-Werror", *paths], cwd=root,
                            capture_output=True, text=True)
    if result.returncode == 0:
        return []
    # One line for each place, without the quoted source.
    return re.findall(r"^.*\[-Wclang-format-violations\]$", result.stderr, re.M) \
        or [result.stderr]


tree.run(check)

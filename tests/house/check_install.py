"""What is installed is enough to build on: the example, compiled by the words
of the installed pkg-config file alone, indexes the corpus and finds.

Arguments: the root of the tree, that of the build.
"""
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

import tree

QUESTION = "没有抵押物怎么贷款"


def output_of(command, **options):
    result = subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, **options)
    if result.returncode != 0:
        raise RuntimeError(f"{shlex.join(map(str, command))}:\n{result.stdout}")
    return result.stdout


def install(build, folder):
    """Installs below `folder` and returns the environment that sees it."""
    output_of(["meson", "install", "-C", build, "--no-rebuild", "--destdir", folder])
    package = next(folder.rglob("fatiao.pc"))
    return dict(os.environ, PKG_CONFIG_PATH=str(package.parent),
                PKG_CONFIG_SYSROOT_DIR=str(folder),
                LD_LIBRARY_PATH=str(package.parent.parent))


def check(root):
    build = pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        try:
            environment = install(build, folder / "installed")
            flags = output_of(["pkg-config", "--cflags", "--libs", "fatiao"], env=environment)
            program = folder / "index_and_search"
            output_of(["gcc", "-std=gnu11", "-Wall", "-Wextra", "-Werror",
                       root / "examples/index_and_search.c", "-o", program, *flags.split()])
            found = output_of([program, root / "corpus/*.md", folder / "index", QUESTION],
                              env=environment)
        except (RuntimeError, StopIteration) as error:
            return [f"installing: {error}"]
    if "《青岛市中小企业发展促进条例（征求意见稿）》第" not in found:
        return [f"the example does not find: {found}"]
    return []


tree.run(check)

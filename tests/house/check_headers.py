"""Each header compiles alone, with warnings as errors, under gcc and clang.

The public headers do so as C11 and as C++17, and so does engine.h, which both
languages use; the other headers of lib/engine are C++.
"""
import concurrent.futures
import os
import shutil
import subprocess

import tree

LANGUAGES = {"c": ["-x", "c", "-std=c11"], "c++": ["-x", "c++", "-std=c++17"]}
BOTH = ("include/", "lib/engine/engine.h")
COMPILERS = {"c": ("gcc", "clang"), "c++": ("g++", "clang++")}
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wundef", "-Werror"]
PACKAGES = ["icu-uc", "xapian-core", "libcmark", "libxxhash", "jansson", "yaml-0.1"]


def languages(path):
    if path.as_posix().startswith(BOTH):
        return ["c", "c++"]
    return ["c++"] if path.as_posix().startswith("lib/engine/") else ["c"]


def include_flags(root, path):
    """What a file of this folder sees."""
    flags = ["-Iinclude"]
    top = path.parts[0]
    if top == "tests":
        flags.append("-Itests")
    if top in ("lib", "tests"):
        flags.append("-Ilib")
    if top != "include":
        flags.append(f"-I{path.parent}")
    return flags


def compile_alone(root, path, language, compiler, packages):
    # Through a source that includes it, for a header given as the main file
    # draws warnings of its own; twice, for its guard.
    is_public = path.parts[0] == "include"
    name = f"<{path.relative_to('include')}>" if is_public else f'"{root / path}"'
    source = f"#include {name}\n#include {name}\ntypedef int used;\n"
    command = [compiler, *LANGUAGES[language], *WARNINGS, "-D_GNU_SOURCE",
               *include_flags(root, path), *packages, "-fsyntax-only", "-"]
    result = subprocess.run(command, cwd=root, input=source, capture_output=True, text=True)
    if result.returncode == 0:
        return None
    return f"{path}:1: does not compile alone as {language} with {compiler}\n{result.stderr}"


def check(root):
    missing = [name for names in COMPILERS.values() for name in names
               if shutil.which(name) is None]
    if missing:
        tree.skip(f"no {missing[0]} here")
    flags = subprocess.run(["pkg-config", "--cflags", *PACKAGES], check=True,
                           capture_output=True, text=True).stdout.split()
    # Foreign headers are not ours to warn about.
    packages = [flag.replace("-I", "-isystem", 1) for flag in flags if flag.startswith("-I")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [pool.submit(compile_alone, root, path, language, compiler, packages)
                for path in tree.files(root, (".h",))
                for language in languages(path)
                for compiler in COMPILERS[language]]
        return [job.result() for job in jobs if job.result()]


tree.run(check)

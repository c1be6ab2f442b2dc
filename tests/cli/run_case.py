"""Runs a case of the command line and compares with what is expected.

    run_case.py [--update] PROGRAM CASE.test…

A case holds commands of the shell, parted by empty lines, and lines that begin
with # to explain them. They run one after another in a new folder, which also
holds a copy of the folders laws, odd, figures, cross and texts, and of
corpus/qingdao.md, and is HOME. What is expected stands in CASE.expected: each
command after "$ ", its standard output, its standard error after "2> ", and
"=> " with the exit code where that is not 0. The path of the folder is written
as ~. With --update, what came out becomes what is expected: read the diff
before believing it.
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# What a run may set to its own liking; the machine's settings stay outside.
OUTSIDE = re.compile(r"^(FATIAO_.*|XDG_.*|LC_.*|LANG|LANGUAGE|NO_COLOR|PAGER|LESS.*"
                     r"|HOME|TERM|POSIXLY_CORRECT)$")


def environment(program, folder):
    kept = {k: v for k, v in os.environ.items() if not OUTSIDE.match(k)}
    path = f"{program.parent}:{HERE}:{os.environ['PATH']}"
    return {**kept, "PATH": path, "HOME": str(folder), "LANG": "C",
            "TERM": "xterm", "FATIAO_CORPUS": str(folder / "shipped")}


def commands(case):
    """The blocks of a case: a comment, or the lines of a command."""
    text = case.read_text(encoding="utf-8")
    return [block.strip("\n") for block in re.split(r"\n\n+", text) if block.strip()]


def settled(data, folder):
    """Text of a stream without what differs from run to run."""
    text = data.decode("utf-8", errors="backslashreplace")
    text = text.replace(str(folder), "~")
    return re.sub(r"^(seconds   )\d+\.\d$", r"\g<1>N", text, flags=re.M)


def transcript(command, folder, env):
    lines = []
    for line in command.split("\n"):
        lines.append(line if line.startswith("#") else "$ " + line)
    if lines[-1].startswith("#"):
        return "\n".join(lines) + "\n"
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env,
                          stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=60)
    out = settled(done.stdout, folder)
    lines += out.split("\n")[:-1] if out.endswith("\n") else out.split("\n") if out else []
    if out and not out.endswith("\n"):
        lines[-1] += "⏎̸"
    lines += ["2> " + line for line in settled(done.stderr, folder).splitlines()]
    if done.returncode != 0:
        lines.append(f"=> {done.returncode}")
    return "\n".join(lines) + "\n"


def run(program, case):
    with tempfile.TemporaryDirectory(prefix="fatiao-") as name:
        folder = pathlib.Path(name).resolve()
        for part in ("laws", "odd", "figures", "cross", "texts"):
            shutil.copytree(HERE / part, folder / part)
        shutil.copy(HERE.parents[1] / "corpus" / "qingdao.md", folder)
        env = environment(program, folder)
        return "\n".join(transcript(block, folder, env) for block in commands(case))


def main(arguments):
    update = arguments[0] == "--update"
    program, *cases = arguments[1 if update else 0:]
    program = pathlib.Path(program).resolve()
    failed = 0
    for case in map(pathlib.Path, cases):
        expected = case.with_suffix(".expected")
        got = run(program, case)
        wanted = expected.read_text(encoding="utf-8") if expected.exists() else ""
        if update:
            expected.write_text(got, encoding="utf-8")
        elif got != wanted:
            failed += 1
            sys.stdout.writelines(difflib.unified_diff(
                wanted.splitlines(True), got.splitlines(True),
                str(expected), "what came out"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

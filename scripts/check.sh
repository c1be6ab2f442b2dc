#!/bin/sh
# What must pass before a commit; --quick leaves out clang, the fuzzers and the
# laws.
exec "$(dirname "$0")/test" "$@"

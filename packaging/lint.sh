#!/bin/sh
# Holds the code against .clang-format and .clang-tidy; says each place and fails where one differs.
# With files as arguments only those, else all of modules, app and tests.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
for tool in clang-format clang-tidy; do
    command -v "$tool" >/dev/null 2>&1 || { echo "$tool is missing: apt-get install $tool" >&2; exit 3; }
done
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046
    set -- $(git ls-files 'modules/*.cpp' 'app/*.cpp' 'tests/*.cpp' 'modules/*.h' 'app/*.h' 'tests/*.h')
fi
clang-format --dry-run --Werror "$@"
cmake --preset lint > /dev/null
status=0
printf '%s\n' "$@" | grep '\.cpp$' | xargs -P "$(nproc)" -n 4 clang-tidy -p build/lint --quiet --warnings-as-errors='*' 2>/dev/null || status=1
[ "$status" -eq 0 ] && echo "The code obeys."
exit "$status"

#!/bin/sh
# Sets up, builds and runs every test; ends with one line "N passed, N failed".
# Options: --scale N       the suites that count rounds run N times as many
#          --sanitize-all  every suite under the sanitizers, not only core, database and operations
#          --sqlcipher F   SQLCipher's tarball from a file (see set-up.sh)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
scale=1
sanitized='core database operations'
sqlcipher=
while [ $# -gt 0 ]; do
    case "$1" in
        --scale) scale=${2:?--scale needs a number}; shift 2 ;;
        --sanitize-all) sanitized=all; shift ;;
        --sqlcipher) sqlcipher=${2:?--sqlcipher needs a file}; shift 2 ;;
        *) echo "Unknown option: $1 (see the head of $0)" >&2; exit 2 ;;
    esac
done
export JUBAO_TEST_SCALE="$scale"
export CCACHE_DIR="${CCACHE_DIR:-$root/build/ccache}"
packaging/set-up.sh ${sqlcipher:+--sqlcipher "$sqlcipher"}
jobs=$(nproc)

say() { echo "== $*"; }

# Runs one preset's tests; adds to $total, $failed and $status.
total=0
failed=0
status=0
run_tests() {
    preset=$1
    shift
    log="$root/build/test-$preset.log"
    ran=0
    ctest --preset "$preset" --no-tests=error -j "$jobs" --output-on-failure "$@" > "$log" 2>&1 || ran=$?
    if [ "$ran" -ne 0 ]; then
        status=1
        grep -v ' Passed ' "$log" | tail -200
    fi
    of=$(sed -n 's/.*tests failed out of \([0-9]*\).*/\1/p' "$log")
    bad=$(sed -n 's/.*[^0-9]\([0-9][0-9]*\) tests failed out of.*/\1/p' "$log")
    if [ -z "$of" ]; then
        echo "The tests did not run; see $log" >&2
        exit 1
    fi
    total=$((total + of))
    failed=$((failed + bad))
    say "$preset: $((of - bad)) of $of passed"
}

say "building"
cmake --preset release
cmake --build --preset release
say "testing"
run_tests release
say "time by suite"
awk -F, -v scale="$scale" -f tests/budgets.awk tests/budgets.csv build/test-release.log || status=1

say "building under the sanitizers"
cmake --preset sanitize
if [ "$sanitized" = all ]; then
    cmake --build --preset sanitize
    run_tests sanitize
else
    targets=
    for suite in $sanitized; do targets="$targets test_$suite"; done
    # shellcheck disable=SC2086
    cmake --build --preset sanitize --target $targets
    run_tests sanitize -L "^($(echo "$sanitized" | tr ' ' '|'))\$"
fi

echo "$((total - failed)) passed, $failed failed"
exit "$status"

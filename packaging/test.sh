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

# Runs one preset's tests; adds to $total, $failed and $status. A suite over its budget fails the run:
# a test that slows down unseen is the one that is switched off later.
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

check_budgets() {
    awk -F, -v scale="$scale" '
        FNR == NR { if (FNR > 1) budget[$1] = $2 * scale; next }
        /^ *[0-9]+\/[0-9]+ Test +#/ {
            line = $0
            sub(/^[^:]*: /, "", line)
            suite = line
            sub(/:.*/, "", suite)
            seconds = line
            sub(/ sec.*/, "", seconds)
            sub(/.* /, "", seconds)
            used[suite] += seconds
        }
        END {
            bad = 0
            for (suite in used) {
                if (!(suite in budget)) {
                    printf "suite %s has no budget in tests/budgets.csv\n", suite; bad = 1
                } else {
                    printf "   %-12s %6.1f s of %d s\n", suite, used[suite], budget[suite]
                    if (used[suite] > budget[suite]) { printf "suite %s is over its budget\n", suite; bad = 1 }
                }
            }
            exit bad
        }' "$root/tests/budgets.csv" "$root/build/test-release.log"
}

say "building"
cmake --preset release
cmake --build --preset release
say "testing"
run_tests release
say "time by suite"
check_budgets || status=1

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

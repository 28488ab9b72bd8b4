#!/bin/sh
# Sets up, builds and runs every test; ends with one line "N passed, N failed".
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
packaging/set-up.sh
export CCACHE_DIR="${CCACHE_DIR:-$root/build/ccache}"
cmake --preset release
cmake --build --preset release
log="$root/build/test.log"
status=0
ctest --preset release --no-tests=error -j "$(nproc)" --output-on-failure > "$log" 2>&1 || status=$?
if [ "$status" -ne 0 ]; then
    grep -v ' Passed ' "$log" | tail -200
fi
grep -E '^ *[0-9]+/[0-9]+ Test' "$log" | grep -v ' Passed ' || true
total=$(sed -n 's/.*tests failed out of \([0-9]*\).*/\1/p' "$log")
failed=$(sed -n 's/.*[^0-9]\([0-9][0-9]*\) tests failed out of.*/\1/p' "$log")
if [ -z "$total" ]; then
    echo "The tests did not run; see $log" >&2
    exit 1
fi
echo "$((total - failed)) passed, $failed failed"
exit "$status"

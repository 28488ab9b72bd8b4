#!/bin/sh
# Sets up, builds Release, makes the embedded demo office if there is none, and opens the desktop at its
# sign-in. Without a display it runs the end-to-end tests of the main job, from the founding on – the same
# windows, driven by keys – and leaves each screen as PNG and each paper as PDF.
# Options: --office DIR     another demo office than build/demo-office
#          --sqlcipher F    SQLCipher's tarball from a file (see set-up.sh)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
office="$root/build/demo-office"
sqlcipher=
while [ $# -gt 0 ]; do
    case "$1" in
        --office) office=${2:?--office needs a folder}; shift 2 ;;
        --sqlcipher) sqlcipher=${2:?--sqlcipher needs a file}; shift 2 ;;
        *) echo "Unknown option: $1 (see the head of $0)" >&2; exit 2 ;;
    esac
done
export CCACHE_DIR="${CCACHE_DIR:-$root/build/ccache}"
packaging/set-up.sh ${sqlcipher:+--sqlcipher "$sqlcipher"}
cmake --preset release
cmake --build --preset release
if [ ! -f "$office/demo-passwords.json" ]; then
    echo "Making the demo office in $office"
    # Half a demo of an interrupted run is none: it is made anew.
    rm -rf "$office.part"
    build/release/bin/jubaoctl demo "$office.part"
    rm -rf "$office"
    mv "$office.part" "$office"
fi
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/bin/jubao "$office"
fi
results="$root/build/screens"
echo "There is no display. The main job runs offscreen; its screens and papers go to $results"
rm -rf "$results"
mkdir -p "$results"
for job in test_founding test_desk; do
    JUBAO_SHOTS="$results" QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=Asia/Shanghai "build/release/tests/$job"
done
ls "$results"

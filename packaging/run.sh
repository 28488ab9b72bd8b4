#!/bin/sh
# Sets up, builds Release, makes the embedded demo office if there is none, and opens the desktop.
# Without a display it runs the end-to-end test of the main job and leaves each screen as PNG.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
packaging/set-up.sh
export CCACHE_DIR="${CCACHE_DIR:-$root/build/ccache}"
cmake --preset release
cmake --build --preset release
office="$root/build/demo-office"
if [ ! -f "$office/demo-passwords.json" ]; then
    echo "Making the demo office in $office"
    build/release/bin/jubaoctl demo "$office"
fi
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/bin/jubao "$office"
fi
screens="$root/build/screens"
echo "There is no display. The main job runs offscreen; its screens go to $screens"
rm -rf "$screens"
JUBAO_SHOTS="$screens" QT_QPA_PLATFORM=offscreen build/release/tests/test_desk
ls "$screens"

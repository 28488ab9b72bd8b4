#!/bin/sh
# Builds Debian packages into build/packages: jubao (desktop), jubao-ctl, jubao-hub and what they share.
#   --check FOLDER   then installs them with apt in a clean Debian system below FOLDER (made by debootstrap
#                    where it is not there; needs root) and starts each program
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
clean=
while [ $# -gt 0 ]; do
    case "$1" in
        --check) clean=${2:?--check needs a folder}; shift 2 ;;
        *) echo "Unknown option: $1 (see the head of $0)" >&2; exit 2 ;;
    esac
done
export CCACHE_DIR="${CCACHE_DIR:-$root/build/ccache}"
command -v dpkg-shlibdeps >/dev/null 2>&1 || { echo "dpkg-shlibdeps is missing: apt-get install dpkg-dev" >&2; exit 3; }
packages=$root/build/packages
cmake --preset release > /dev/null
cmake --build --preset release
rm -rf "$packages"
mkdir -p "$packages"
# Packages are made of files that everybody may read, whatever this shell's mask is.
(umask 022 && cpack --config build/release/CPackConfig.cmake -B "$packages" > "$packages/log" 2>&1) \
    || { tail -20 "$packages/log" >&2; exit 1; }
rm -rf "$packages/_CPack_Packages"
for file in "$packages"/*.deb; do
    echo "$(basename "$file"): $(dpkg-deb -f "$file" Depends)"
done
[ -n "$clean" ] || exit 0

[ "$(id -u)" -eq 0 ] || { echo "--check needs root" >&2; exit 3; }
if [ ! -x "$clean/usr/bin/apt-get" ]; then
    command -v debootstrap >/dev/null 2>&1 || { echo "debootstrap is missing: apt-get install debootstrap" >&2; exit 3; }
    debootstrap --variant=minbase bookworm "$clean" http://deb.debian.org/debian > "$packages/debootstrap.log"
fi
# Programs find their libraries by way of /proc.
mountpoint -q "$clean/proc" || { mount -t proc proc "$clean/proc"; trap 'umount "$clean/proc"' EXIT; }
inside() { chroot "$clean" env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive HOME=/root "$@"; }
rm -rf "$clean/packages"
mkdir "$clean/packages"
cp "$packages"/*.deb "$clean/packages/"
inside apt-get update -q > /dev/null
inside sh -c 'apt-get install -y -q --reinstall --no-install-recommends /packages/*.deb' > "$packages/install.log" \
    || { tail -20 "$packages/install.log" >&2; exit 1; }
says() {
    expected=$1
    shift
    said=$(inside "$@") || { echo "failed: $*" >&2; exit 1; }
    case "$said" in
        *"$expected"*) echo "$*: $said" ;;
        *) echo "$* says: $said; expected: $expected" >&2; exit 1 ;;
    esac
}
says 0.1.0 jubaoctl --version
says 0.1.0 jubao-hub --version
says 0.1.0 env QT_QPA_PLATFORM=offscreen jubao --version
says 壹拾万零柒仟元伍角叁分 jubaoctl calc capital-amount 107000.53
inside jubaoctl demo /tmp/demo --persons 20
inside rm -rf /tmp/demo
test -f "$clean/usr/lib/systemd/system/jubao-hub.service"
test -f "$clean/usr/share/applications/jubao.desktop"
echo "Installed and started in a clean system."

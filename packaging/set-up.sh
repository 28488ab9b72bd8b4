#!/bin/sh
# Installs what the build needs (Debian family) and fetches SQLCipher's source, pinned by checksum.
# Options: --sqlcipher FILE  take the tarball from a file instead of the package registry.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
third_party="$root/build/third-party"
tarball_sha256=ad3ee0e551de315b230db78e2294d41868b5c166d44c0c87da35fb6b87bde54c
package=@journeyapps/sqlcipher@6.0.0
tarball=

if [ "${1:-}" = --sqlcipher ]; then
    tarball=${2:?--sqlcipher needs a file}
fi

packages="build-essential cmake ninja-build ccache mold pkg-config git ca-certificates npm
qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libqt6svg6-dev qt6-pdf-dev
libgl-dev libbotan-2-dev libssl-dev libicu-dev libzip-dev libxlsxwriter-dev libzint-dev libqpdf-dev libpq-dev libsystemd-dev postgresql catch2
fonts-noto-cjk xvfb poppler-utils openssl"

# What is installed, under its own name or one that it also answers to.
there=$(dpkg-query -W -f='${db:Status-Abbrev},${Package},${Provides}\n' | sed -n 's/^ii *,//p' \
    | sed 's/([^)]*)//g' | tr ',' '\n' | tr -d ' ')
missing=
for name in $packages; do
    if ! printf '%s\n' "$there" | grep -qxF -- "$name"; then
        # An npm that came another way serves as well as Debian's.
        if [ "$name" = npm ] && command -v npm >/dev/null 2>&1; then
            continue
        fi
        missing="$missing $name"
    fi
done
if [ -n "$missing" ]; then
    echo "Installing:$missing"
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || { echo "These packages are missing and neither root nor sudo is there:$missing" >&2; exit 3; }
        as_root=sudo
    fi
    $as_root apt-get update -q
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
fi

if [ ! -f "$third_party/sqlcipher/sqlite3.c" ]; then
    mkdir -p "$third_party/download"
    if [ -z "$tarball" ]; then
        echo "Fetching $package"
        (cd "$third_party/download" && npm pack --silent "$package" >/dev/null) \
            || { echo "The package registry does not answer. Give the tarball: packaging/set-up.sh --sqlcipher FILE" >&2; exit 3; }
        tarball=$(ls "$third_party"/download/*sqlcipher*.tgz)
    fi
    echo "$tarball_sha256  $tarball" | sha256sum -c --quiet \
        || { echo "The tarball is not the pinned one: $tarball" >&2; exit 3; }
    rm -rf "$third_party/sqlcipher.part"
    mkdir -p "$third_party/sqlcipher.part"
    tar -xzf "$tarball" -C "$third_party/sqlcipher.part" --strip-components=3 package/deps/sqlcipher-amalgamation
    mv "$third_party/sqlcipher.part" "$third_party/sqlcipher"
fi

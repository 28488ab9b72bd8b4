#!/bin/sh
# A PostgreSQL server for the tests: its own cluster in a folder that goes away, reached by a local
# socket only.   server.sh start|stop PLACE     PLACE is the file that names its folder.
set -eu
what=${1:?start or stop}
place=${2:?the file that names the folder}
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$programs" ] || programs=$(dirname "$(command -v initdb)")

# The server refuses to run as root.
as_keeper() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

stop() {
    [ -f "$place" ] || return 0
    folder=$(cat "$place")
    if [ -d "$folder/data" ]; then
        as_keeper "$programs/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null 2>&1 || true
    fi
    rm -rf "$folder"
    rm -f "$place"
}

start() {
    stop
    folder=$(mktemp -d /tmp/jubao-server.XXXXXX)
    [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
    chmod 755 "$folder"
    cd "$folder"
    # A locale with another order of texts than bytes have, so that nothing leans on the cluster's.
    as_keeper "$programs/initdb" -D "$folder/data" -U jubao -A trust --no-sync -E UTF8 --locale=C.UTF-8 \
        --locale-provider=icu --icu-locale=zh > /dev/null
    as_keeper "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o \
        "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c max_connections=200" start > /dev/null
    as_keeper "$programs/createdb" -h "$folder" -U jubao jubao
    echo "$folder" > "$place"
}

case "$what" in
    start) start ;;
    stop) stop ;;
    *) echo "start or stop, not: $what" >&2; exit 2 ;;
esac

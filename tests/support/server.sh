#!/bin/sh
# A PostgreSQL server for the tests: its own cluster in a folder that goes away.
#    server.sh start PLACE     reached by a local socket only, the tests' role may do everything
#    server.sh county PLACE    as a county's: over loopback only encrypted and with a password, by the
#                              local socket for the service's role, which is no superuser; the folder
#                              has the root certificate (root.crt) and the port (port)
#    server.sh restart PLACE   stops such a server at once and starts it again
#    server.sh kill PLACE      kills every process of it (-9) and starts it again
#    server.sh stop PLACE
# PLACE is the file that names its folder.
set -eu
what=${1:?start, county, restart, kill or stop}
place=${2:?the file that names the folder}
packaging=$(cd "$(dirname "$0")/../../packaging" && pwd)
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

# In the server that all suites share schemas come and go by the hundred, and a file system on a disk is
# slow at that: it lies in memory where there is room for it.
roomiest() {
    needed_kb=4000000
    free_kb=$(df -kP /dev/shm 2> /dev/null | awk 'NR == 2 { print $4 }')
    if [ "${free_kb:-0}" -ge "$needed_kb" ] && [ -w /dev/shm ]; then echo /dev/shm; else echo /tmp; fi
}

make_cluster() {
    stop
    folder=$(mktemp -d "$1/jubao-server.XXXXXX")
    [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
    chmod 755 "$folder"
    cd "$folder"
    # A locale with another order of texts than bytes have, so that nothing leans on the cluster's.
    as_keeper "$programs/initdb" -D "$folder/data" -U jubao -A trust --no-sync -E UTF8 --locale=C.UTF-8 \
        --locale-provider=icu --icu-locale=zh > /dev/null
}

start_cluster() {
    as_keeper "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o \
        "-c unix_socket_directories='$folder' -c fsync=off -c max_wal_size=256MB -c max_connections=200 $*" start > /dev/null
}

start() {
    make_cluster "$(roomiest)"
    start_cluster "-c listen_addresses=''"
    as_keeper "$programs/createdb" -h "$folder" -U jubao jubao
    echo "$folder" > "$place"
}

certificates() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=county root" \
        -keyout "$folder/root.key" -out "$folder/root.crt" 2> /dev/null
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=localhost" \
        -keyout "$folder/data/server.key" -out "$folder/server.csr" 2> /dev/null
    echo "subjectAltName=DNS:localhost" > "$folder/names"
    openssl x509 -req -in "$folder/server.csr" -CA "$folder/root.crt" -CAkey "$folder/root.key" -CAcreateserial \
        -days 2 -extfile "$folder/names" -out "$folder/data/server.crt" 2> /dev/null
    chmod 600 "$folder/data/server.key"
    [ "$(id -u)" -ne 0 ] || chown postgres "$folder/data/server.key" "$folder/data/server.crt"
}

county_options() {
    # A test may let it listen elsewhere as well.
    [ -f "$folder/listen" ] || echo 127.0.0.1 > "$folder/listen"
    echo "-c listen_addresses=$(cat "$folder/listen") -c port=$(cat "$folder/port") -c ssl=on -c password_encryption=scram-sha-256"
}

county() {
    make_cluster /tmp
    certificates
    printf '%s\n' 'local all jubao_service trust' 'local all jubao trust' 'local all all scram-sha-256' \
        'host jubao jubao_service all reject' 'hostssl jubao all 127.0.0.1/32 scram-sha-256' 'host jubao all all reject' > "$folder/data/pg_hba.conf"
    # Somebody else may have the port that was drawn.
    tries=0
    while :; do
        shuf -i 20000-32000 -n 1 > "$folder/port"
        # shellcheck disable=SC2046
        if start_cluster $(county_options); then break; fi
        tries=$((tries + 1))
        [ "$tries" -lt 10 ] || { echo "The server does not start: $folder/log" >&2; exit 1; }
    done
    as_keeper "$programs/psql" -q -h "$folder" -p "$(cat "$folder/port")" -U jubao postgres \
        -c "CREATE ROLE jubao_service LOGIN CREATEROLE" -c "GRANT pg_signal_backend, pg_read_all_stats TO jubao_service" \
        -c "CREATE DATABASE jubao OWNER jubao_service"
    as_keeper "$programs/psql" -q -v ON_ERROR_STOP=1 -h "$folder" -p "$(cat "$folder/port")" -U jubao jubao \
        < "$packaging/county-database.sql"
    echo "$folder" > "$place"
}

restart() {
    folder=$(cat "$place")
    as_keeper "$programs/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null
    # shellcheck disable=SC2046
    start_cluster $(county_options)
}

kill_and_start() {
    folder=$(cat "$place")
    keeper=$(head -1 "$folder/data/postmaster.pid")
    # Those that serve go first, so that none is left that still has the shared memory.
    kill -STOP "$keeper"
    pkill -KILL -P "$keeper" || true
    kill -KILL "$keeper"
    tries=0
    # shellcheck disable=SC2046
    until start_cluster $(county_options) 2> /dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 20 ] || { echo "The server does not start: $folder/log" >&2; exit 1; }
        sleep 0.2
    done
}

case "$what" in
    start) start ;;
    county) county ;;
    restart) restart ;;
    kill) kill_and_start ;;
    stop) stop ;;
    *) echo "start, county, restart, kill or stop, not: $what" >&2; exit 2 ;;
esac

#!/bin/sh
# Makes a Debian 12 machine the server of a county office: PostgreSQL that talks on the LAN only encrypted and
# with passwords, certificates, the service jubao-hub with an account of its own, and an office on it. Run as
# root; run again it leaves what is right and mends what is not. Says in words what it did and what is missing.
#
#   --office DIR      the embedded office that moves here (the folder with office.jubao and office.slots)
#   --demo N          a demo office of N persons instead
#   --as-sa NAME      sign-in name of the system administrator        (sa)
#   --as-se NAME      of the security administrator                   (se)
#   --as-dir NAME     of the director, who approves the service's key (dir)
#   --host NAME       name by which PCs find this machine             (its full name)
#   --network CIDR    network of the office's PCs; repeat             (the machine's own networks)
#   --key keepers     two of sa, se and dir open the service at each start (as it is without this option)
#   --key machine     the machine opens it alone: sealed by systemd-creds to its TPM or its own key
#   --packages DIR    folder with the packages that packaging/deb.sh has built; installed where missing
#   --passwords FILE  a demo's demo-passwords.json; without it passwords are asked for
set -eu

home=/var/lib/jubao
folder=$home/office
tls=/etc/jubao/tls
source=
demo=
sa=sa
se=se
dir=dir
host=
networks=
key=keepers
packages=
passwords=
here=$(cd "$(dirname "$0")" && pwd)
while [ $# -gt 0 ]; do
    case "$1" in
        --office) source=$(cd "${2:?--office needs a folder}" && pwd); shift 2 ;;
        --demo) demo=${2:?--demo needs a number}; shift 2 ;;
        --as-sa) sa=${2:?}; shift 2 ;;
        --as-se) se=${2:?}; shift 2 ;;
        --as-dir) dir=${2:?}; shift 2 ;;
        --host) host=${2:?--host needs a name}; shift 2 ;;
        --network) networks="$networks ${2:?--network needs a network}"; shift 2 ;;
        --key) key=${2:?--key needs keepers or machine}; shift 2 ;;
        --packages) packages=$(cd "${2:?--packages needs a folder}" && pwd); shift 2 ;;
        --passwords) passwords=$(readlink -f "${2:?--passwords needs a file}"); shift 2 ;;
        *) echo "Unknown option: $1 (see the head of $0)" >&2; exit 2 ;;
    esac
done
case "$key" in keepers | machine) ;; *) echo "--key keepers or --key machine" >&2; exit 2 ;; esac

say() { echo "== $*"; }
missing() {
    echo "Missing: $*" >&2
    exit 3
}
# Files are written anew only where they differ; then $changed says so.
put() {
    path=$1
    cat > "$path.part"
    if cmp -s "$path.part" "$path" 2>/dev/null; then
        rm -f "$path.part"
    else
        chmod 644 "$path.part"
        mv "$path.part" "$path"
        changed=yes
    fi
}

# Other accounts, whose programs run below, may not enter the folder that this was started in.
cd /

# PCs trust the name that stands in their file, so it stays.
known=$(sed -n 's/.*"host": "\([^"]*\)".*/\1/p' "$folder/office.county" 2>/dev/null || true)
[ -n "$host" ] || host=${known:-$(hostname -f 2>/dev/null || hostname)}
[ "$host" = "${known:-$host}" ] || missing "the name $known: the PCs of this office know the server by it, not as $host."

[ -f "$here/county-database.sql" ] || missing "county-database.sql beside $0"
[ "$(id -u)" -eq 0 ] || missing "the right to do this. Run it as root."
command -v apt-get >/dev/null 2>&1 || missing "apt-get. This script is for Debian and its family."
with_systemd=no
[ -d /run/systemd/system ] && with_systemd=yes
if [ "$key" = machine ]; then
    { [ "$with_systemd" = yes ] && command -v systemd-creds >/dev/null 2>&1; } \
        || missing "a running systemd with systemd-creds (250 or newer), which --key machine needs. Take --key keepers."
fi

say "Packages"
# What a package says while it is installed matters where that fails.
quietly() {
    log=$(mktemp)
    { apt-get update -q && env DEBIAN_FRONTEND=noninteractive "$@"; } > "$log" 2>&1 < /dev/null \
        || { tail -20 "$log" >&2; rm -f "$log"; exit 3; }
    rm -f "$log"
}
need() {
    wanted=
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || wanted="$wanted $name"
    done
    [ -n "$wanted" ] || return 0
    echo "Installing:$wanted"
    # shellcheck disable=SC2086
    quietly apt-get install -y -q --no-install-recommends $wanted
}
need postgresql openssl adduser iproute2
if ! command -v jubao-hub >/dev/null 2>&1 || ! command -v jubaoctl >/dev/null 2>&1; then
    [ -n "$packages" ] || missing "jubao-hub and jubaoctl. Build the packages (packaging/deb.sh) and give --packages DIR."
    echo "Installing: jubao-hub jubao-ctl"
    quietly apt-get install -y -q --no-install-recommends \
        "$packages"/jubao-common_*.deb "$packages"/jubao-ctl_*.deb "$packages"/jubao-hub_*.deb
fi
version=$(pg_lsclusters -h | awk '$2 == "main" { v = $1 } END { print v }')
[ -n "$version" ] || version=$(find /usr/lib/postgresql -mindepth 1 -maxdepth 1 -printf '%f\n' | sort -V | tail -1)
[ "${version%%.*}" -ge 15 ] || missing "PostgreSQL 15 or newer; here is $version."
[ -d "/etc/postgresql/$version/main" ] || pg_createcluster "$version" main -- -E UTF8 --locale=C.UTF-8 --data-checksums > /dev/null
settings=/etc/postgresql/$version/main
data=$(pg_lsclusters -h | awk -v v="$version" '$1 == v && $2 == "main" { print $6 }')
port=$(pg_lsclusters -h | awk -v v="$version" '$1 == v && $2 == "main" { print $3 }')

say "The service's account"
getent passwd jubao > /dev/null || adduser --quiet --system --group --home "$home" jubao
install -d -o jubao -g jubao -m 700 "$home"

say "Certificates in $tls"
install -d -m 755 /etc/jubao "$tls"
addresses=$(ip -o addr show scope global 2>/dev/null | awk '{ sub(/\/.*/, "", $4); print $4 }' | sort -u)
names="DNS:$host"
for address in $addresses; do names="$names,IP:$address"; done
root_days=3650
server_days=1095
if [ ! -f "$tls/root.crt" ]; then
    (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days "$root_days" \
        -subj "/O=Jubao county office/CN=$host root" -addext "keyUsage=critical,keyCertSign,cRLSign" \
        -keyout "$tls/root.key" -out "$tls/root.crt" 2> /dev/null)
    echo "Root certificate made, valid for $root_days days. Keep $tls/root.key somewhere safe: whoever has it can play the server."
fi
# A server's certificate that ends within two months, or bears other names, is made anew; PCs trust the root.
two_months=5184000
if ! openssl x509 -checkend "$two_months" -noout -in "$tls/server.crt" > /dev/null 2>&1 \
    || [ "$(cat "$tls/server.names" 2>/dev/null)" != "$names" ]; then
    [ -f "$tls/root.key" ] || missing "$tls/root.key, which signs a new certificate of the server. Put it back and run this again."
    (umask 077
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$host" \
            -keyout "$tls/server.key" -out "$tls/server.csr" 2> /dev/null
        printf 'subjectAltName=%s\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n' "$names" > "$tls/extensions"
        openssl x509 -req -in "$tls/server.csr" -CA "$tls/root.crt" -CAkey "$tls/root.key" -CAcreateserial \
            -days "$server_days" -extfile "$tls/extensions" -out "$tls/server.crt" 2> /dev/null
        echo "$names" > "$tls/server.names")
    rm -f "$tls/server.csr" "$tls/extensions"
    restart=yes
    echo "Certificate of the server: $names, valid for $server_days days"
fi
chmod 644 "$tls/root.crt" "$tls/server.crt"
chown postgres "$tls/server.key"
chmod 600 "$tls/server.key"

say "PostgreSQL $version, port $port"
server() { pg_ctlcluster "$version" main "$@"; }
as_postgres() { runuser -u postgres -- psql -q -X -v ON_ERROR_STOP=1 -p "$port" "$@"; }
if ! runuser -u postgres -- "/usr/lib/postgresql/$version/bin/pg_controldata" "$data" | grep -q 'page checksum version: *[1-9]'; then
    echo "Page checksums are switched on, so that damage of the disk is seen; this reads every page once."
    if server status > /dev/null 2>&1; then server stop; fi
    runuser -u postgres -- "/usr/lib/postgresql/$version/bin/pg_checksums" --enable -D "$data" > /dev/null
fi
install -d "$settings/conf.d"
changed=${restart:-no}
if [ "$with_systemd" = yes ]; then
    limits=/etc/systemd/system/postgresql@$version-main.service.d
    install -d "$limits"
    put "$limits/jubao.conf" << CONF
[Service]
# For each of its processes, of which each line of a person is one: a statement that wants more fails alone.
LimitDATA=512M
CONF
    systemctl daemon-reload
fi
put "$settings/conf.d/jubao.conf" << CONF
# Written by county-server.sh.
listen_addresses = '*'
ssl = on
ssl_cert_file = '$tls/server.crt'
ssl_key_file = '$tls/server.key'
ssl_min_protocol_version = 'TLSv1.2'
password_encryption = 'scram-sha-256'
max_connections = 300
# What a statement may put on the disk while it runs.
temp_file_limit = '2GB'
# No value of a statement goes to the log.
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
CONF
if [ -z "$networks" ]; then
    networks=$(ip -o -4 route show scope link 2>/dev/null | awk '{ print $1 }' | grep / | sort -u)
    [ -n "$networks" ] || networks=samenet
fi
# The lines for the office's database come first: the first that fits decides.
{
    echo "# jubao begins (county-server.sh)"
    echo "local    jubao  jubao_service         peer map=jubao"
    echo "local    jubao  postgres              peer"
    echo "local    jubao  all                   scram-sha-256" # the service's own roles for reading
    echo "host     jubao  jubao_service  all    reject" # it comes by the socket alone
    for network in $networks; do
        echo "hostssl  jubao  all  $network  scram-sha-256"
    done
    echo "host     jubao  all  all  reject"
    echo "# jubao ends"
    sed '/^# jubao begins/,/^# jubao ends/d' "$settings/pg_hba.conf"
} > "$settings/pg_hba.conf.part"
cat "$settings/pg_hba.conf.part" > "$settings/pg_hba.conf"
rm -f "$settings/pg_hba.conf.part"
grep -q '^jubao ' "$settings/pg_ident.conf" || echo "jubao  jubao  jubao_service" >> "$settings/pg_ident.conf"
if server status > /dev/null 2>&1; then
    if [ "$changed" = yes ]; then server restart; else server reload; fi
else
    server start
fi
device=$(findmnt -n -o SOURCE --target "$data" 2>/dev/null || true)
encrypted=unknown
[ -z "$device" ] || encrypted=$(lsblk -n -s -o TYPE "$device" 2>/dev/null | grep -qx 'crypt' && echo yes || echo no)
socket=$(as_postgres -At -c "SHOW unix_socket_directories" postgres | cut -d, -f1)

say "Role and database"
as_postgres postgres << SQL
SET client_min_messages = warning;
DO \$\$BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jubao_service') THEN
        CREATE ROLE jubao_service LOGIN NOSUPERUSER NOCREATEDB CREATEROLE NOREPLICATION NOBYPASSRLS;
    END IF;
END\$\$;
GRANT pg_signal_backend, pg_read_all_stats TO jubao_service;
SQL
if [ "$(as_postgres -At -c "SELECT 1 FROM pg_database WHERE datname = 'jubao'" postgres)" != 1 ]; then
    as_postgres -c "CREATE DATABASE jubao OWNER jubao_service TEMPLATE template0 ENCODING 'UTF8'" postgres
fi
as_postgres jubao < "$here/county-database.sql"

as_jubao() { runuser -u jubao -- env XDG_STATE_HOME="$home/state" "$@"; }
# Passwords come from the terminal, or of a demo from its list; never as an argument.
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT
chown jubao "$secrets"
password_of() {
    [ -n "$passwords" ] || return 0
    awk -v name="$1" '/"name"/ { n = $2; gsub(/[",]/, "", n) } /"password"/ { p = $2; gsub(/[",]/, "", p); q = p }
        /}/ { if (n == name) print q; n = ""; q = "" }' "$passwords" > "$secrets/$1"
    [ -s "$secrets/$1" ] || missing "the password of $1 in $passwords"
    chown jubao "$secrets/$1"
    chmod 400 "$secrets/$1"
    echo "--password-file $secrets/$1"
}

say "The office in $folder"
if [ ! -f "$folder/office.county" ]; then
    if [ -n "$demo" ] && [ ! -f "$folder/office.jubao" ]; then
        as_jubao jubaoctl demo "$folder" --persons "$demo"
    fi
    [ -z "$demo" ] || passwords=$folder/demo-passwords.json
    if [ -n "$source" ] && [ ! -f "$folder/office.jubao" ]; then
        { [ -f "$source/office.jubao" ] && [ -f "$source/office.slots" ]; } || missing "office.jubao and office.slots in $source"
        [ ! -s "$source/office.jubao-wal" ] || missing "the end of work in $source: close every program that has the office open"
        install -d -o jubao -g jubao -m 700 "$folder"
        for file in office.jubao office.slots office.tries registrar.key; do
            [ ! -f "$source/$file" ] || install -o jubao -g jubao -m 600 "$source/$file" "$folder/$file"
        done
    fi
    [ -f "$folder/office.jubao" ] || missing "an office. Give --office DIR or --demo N."
    credential=$home/registrar-key.credential
    if [ ! -f "$folder/registrar.key" ] && [ ! -f /etc/credstore.encrypted/jubao-registrar-key ]; then
        if [ "$key" = machine ]; then how="--credential $credential"; else how="--keeper $sa --keeper $se --keeper $dir"; fi
        echo "The service gets its key; $sa makes it, $dir approves it."
        # shellcheck disable=SC2046,SC2086
        made=$(as_jubao jubaoctl --json --office "$folder" --as "$sa" $(password_of "$sa") county key $how)
        operation=$(echo "$made" | sed -n 's/.*"operation": *\([0-9]*\).*/\1/p')
        if [ "$key" = machine ]; then
            install -d -m 700 /etc/credstore.encrypted
            systemd-creds encrypt --name=registrar-key "$credential" /etc/credstore.encrypted/jubao-registrar-key
            shred -u "$credential"
        fi
        # shellcheck disable=SC2046
        as_jubao jubaoctl --office "$folder" --as "$dir" $(password_of "$dir") decide "$operation" --approve --evidence-checked
    fi
    # shellcheck disable=SC2046
    as_jubao jubaoctl --office "$folder" --as "$sa" $(password_of "$sa") --as "$se" $(password_of "$se") county move \
        --host "$host" --port "$port" --root-certificate "$tls/root.crt" --socket "$socket"
    if [ -n "$source" ]; then
        mv "$source/office.jubao" "$source/office.jubao.moved"
        cp "$folder/for-desks/office.county" "$source/office.county"
        echo "In $source nobody works any more: office.jubao is office.jubao.moved there."
    fi
else
    echo "It is there already; it is left as it is."
fi

say "The service"
start="runuser -u jubao -- env XDG_STATE_HOME=$home/state jubao-hub serve --office $folder"
unit=/etc/systemd/system/jubao-hub.service
changed=no
if [ ! -f /usr/lib/systemd/system/jubao-hub.service ]; then put "$unit" < "$here/jubao-hub.service"; fi
if [ -f /etc/credstore.encrypted/jubao-registrar-key ]; then
    install -d /etc/systemd/system/jubao-hub.service.d
    put /etc/systemd/system/jubao-hub.service.d/key.conf << CONF
[Service]
LoadCredentialEncrypted=registrar-key:/etc/credstore.encrypted/jubao-registrar-key
CONF
fi
if [ "$with_systemd" = yes ]; then
    systemctl daemon-reload
    systemctl enable -q jubao-hub
    if [ "$changed" = yes ]; then systemctl restart jubao-hub; else systemctl start jubao-hub; fi
    systemctl --no-pager --lines=0 status jubao-hub | sed -n '1,3p'
else
    echo "No systemd runs here, so the service is not started. By hand: $start"
fi

say "Done. What is left to do"
if [ -f "$folder/registrar.key" ]; then
    echo "After each start two of the key's keepers open the service here:"
    echo "    runuser -u jubao -- jubao-hub open --office $folder --as $sa --as $se"
fi
case "$encrypted" in
    yes) echo "The server's data lie on an encrypted volume ($device)." ;;
    *) echo "The server's data ($data) lie on no encrypted volume that can be seen from here: whoever takes the disk reads"
       echo "names, birth dates and amounts. Put $data on one (cryptsetup luksFormat, when the machine is installed)." ;;
esac
echo "On each PC: a folder with the file $folder/for-desks/office.county in it, and there: jubao FOLDER"
echo "It must find $host ($(echo "$addresses" | xargs)) and reach its port $port."
echo "Backups by the service itself: an operation system.backup_plan by IT, in the window of a PC. Its places are folders"
echo "that the account jubao may write to: /var/lib/jubao/backups here, and another disk or machine below /mnt, /media, /srv."
echo "Backup by hand: runuser -u jubao -- jubaoctl --office $folder --as $sa backup FILE"

#!/bin/sh
# A demo office for the cases that each want one of their own: made once, and copied by them.
#    demo.sh make FOLDER JUBAOCTL    FOLDER/office, with the witnesses of who made it in FOLDER/state
#    demo.sh remove FOLDER
set -eu
what=${1:?make or remove}
folder=${2:?the folder}
rm -rf "$folder"
case "$what" in
    make)
        mkdir -p "$folder"
        XDG_STATE_HOME="$folder/state" "${3:?the program jubaoctl}" demo "$folder/office" --persons 12 --json
        ;;
    remove) ;;
    *) echo "make or remove, not: $what" >&2; exit 2 ;;
esac

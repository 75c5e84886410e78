#!/bin/sh
# Takes a picture of each act in dark and in light, and of what it is like when it is done: PROGRAM LESSONS FOLDER.
# Fails where no lesson has the act, or a picture is not there.
set -eu
program=$1 lessons=$2 folder=$3
mkdir -p "$folder"
export QT_QPA_PLATFORM=offscreen
for act in watch predict drive replay check order repair compare explain; do
    # The first page with this act: the lesson's file, the number of the page, and how many acts come before it.
    place=$(awk -v act="$act" '
        FNR == 1 { page = 0 }
        /^## / { ++page; before = 0 }
        $0 == "```" act { print FILENAME, page, before; exit }
        /^```(watch|predict|drive|replay|check|order|repair|compare|explain)$/ { ++before }
    ' "$lessons"/[0-9]*.md)
    [ -n "$place" ] || { echo "no lesson has the act $act"; exit 1; }
    set -- $place
    for look in dark light dark-done; do
        picture=$folder/$act-$look.png
        "$program" screenshot lesson --lesson "$1" --page "$2" --acts $(($3 + (${#look} > 5))) --theme "${look%-done}" --out "$picture"
        # An empty pane makes a file of a few kilobytes.
        [ "$(wc -c < "$picture")" -gt 30000 ] || { echo "$picture shows next to nothing"; exit 1; }
    done
    ! cmp -s "$folder/$act-dark.png" "$folder/$act-dark-done.png" || { echo "$act looks the same when it is done"; exit 1; }
    ! cmp -s "$folder/$act-dark.png" "$folder/$act-light.png" || { echo "$act has one theme only"; exit 1; }
done

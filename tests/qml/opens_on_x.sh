#!/usr/bin/env bash
# opens_on_x.sh PROGRAM: on an X server the window is mapped within 30 s, and nothing is complained of; it writes
# where the time of its start went. Settings go to a folder of their own.
set -u
if [[ ${2:-} != inside ]]; then
    exec xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" "$0" "$1" inside
fi

home=$(mktemp -d)
trap 'kill "$program" 2>/dev/null; rm -rf "$home"' EXIT
env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb HOME="$home" XDG_CONFIG_HOME="$home" XDG_RUNTIME_DIR="$home" BINDLAB_START_TRACE="$home/trace" \
    "$1" >"$home/log" 2>&1 &
program=$!

seen=no
for _ in {1..150}; do
    if xwininfo -root -tree | grep -q '"Bindlab"'; then
        seen=yes
        break
    fi
    kill -0 "$program" 2>/dev/null || break
    sleep 0.2
done
for _ in {1..150}; do
    grep -qs 'first frame' "$home/trace" && break
    sleep 0.2
done
sleep 1   # what the first frames complain of comes now
cat "$home/log"
[[ $seen == yes ]] || { echo "no window was seen"; exit 1; }
kill -0 "$program" 2>/dev/null || { echo "the window did not stay open"; exit 1; }
[[ ! -s $home/log ]] || exit 1
stages=$(cut -d ' ' -f 3- "$home/trace" | paste -s -d ',')
[[ $stages == "main entered,application object,shipped flows parsed,graphics chosen,view models,QML loaded,first frame" ]] ||
    { echo "the start is told as: $stages"; exit 1; }
cut -d ' ' -f 1 "$home/trace" | sort -n -c

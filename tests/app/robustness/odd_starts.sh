#!/usr/bin/env bash
# odd_starts.sh CASE PROGRAM: starts the program where something is missing, full or damaged, in a home of its own.
# Exit status 77, skipped, where the case cannot be set up.
set -u
case=$1 program=$2
if [[ $case == full && ${3:-} != inside ]]; then   # a small disk of one's own
    unshare --user --map-root-user --mount true 2>/dev/null || { echo "no mounts here"; exit 77; }
    exec unshare --user --map-root-user --mount "$0" full "$program" inside
fi

home=$(mktemp -d)
started=
trap '[[ -z $started ]] || kill -- "-$started" 2>/dev/null; umount "$home/disk" 2>/dev/null; rm -rf "$home"' EXIT
wrong=0
complain() { echo "$*"; wrong=1; }

# bare [NAME=VALUE]... COMMAND...: nothing of this environment
bare() { env -i PATH="$PATH" LC_ALL=C.UTF-8 HOME="$home" XDG_RUNTIME_DIR="$home" "$@"; }

# says STATUS SENTENCE [NAME=VALUE]... COMMAND...: ends with that status, and that is the one line on stderr
says() {
    local status=$1 sentence=$2
    shift 2
    bare "$@" >"$home/out" 2>"$home/err" </dev/null
    local ended=$?
    ((ended == status)) || complain "'$*' ended with $ended, not $status"
    one_line "$sentence"
}

one_line() {
    (($(wc -l <"$home/err") == 1)) && grep -qF -- "$1" "$home/err" || complain "instead of one line with '$1': $(<"$home/err")"
}

# stays [NAME=VALUE]... COMMAND...: the window is still open after a while. What it says is in err. It has a group of processes of
# its own, as xvfb-run takes nobody with it.
stays() {
    exec -- setsid env -i PATH="$PATH" LC_ALL=C.UTF-8 HOME="$home" XDG_RUNTIME_DIR="$home" "$@" >"$home/out" 2>"$home/err" </dev/null &
    started=$!
    sleep 1.5
    kill -0 "$started" 2>/dev/null || complain "'$*' did not stay open: $(<"$home/err")"
    kill -- "-$started" 2>/dev/null
    wait "$started" 2>/dev/null
    started=
}

# no_fonts: a configuration of fontconfig that knows none
no_fonts() {
    mkdir -p "$home/none"
    printf '<?xml version="1.0"?>\n<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>\n' "$home/none" "$home/none" >"$home/fonts.conf"
    echo "$home/fonts.conf"
}


case $case in
display)
    says 2 'cannot open the display (DISPLAY=:77)' DISPLAY=:77 "$program"
    says 2 'cannot open the display (QT_QPA_PLATFORM=none-such)' QT_QPA_PLATFORM=none-such "$program"
    says 2 'cannot open the display (WAYLAND_DISPLAY=none-such)' WAYLAND_DISPLAY=none-such "$program"
    says 0 'there is no display' env -u XDG_RUNTIME_DIR WAYLAND_DISPLAY=none-such "$program"
    says 2 'cannot open the display (QT_QPA_PLATFORM=none-such)' QT_QPA_PLATFORM=none-such "$program" screenshot welcome --out "$home/p.png"
    ;;
fonts)
    fonts=$(no_fonts)
    says 2 'there are no fonts here' FONTCONFIG_FILE="$fonts" "$program" screenshot welcome --out "$home/p.png"
    [[ ! -e $home/p.png ]] || complain "a picture without letters was written"
    stays QT_QPA_PLATFORM=offscreen FONTCONFIG_FILE="$fonts" "$program"
    grep -q 'there are no fonts here' "$home/err" || complain "the window says nothing of it: $(<"$home/err")"
    ;;
opengl)
    command -v xvfb-run >/dev/null || exit 77
    stays QT_XCB_GL_INTEGRATION=none xvfb-run --auto-servernum --server-args="-screen 0 1200x800x24" "$program"
    # Where there is no graphics card either, nobody asks for OpenGL.
    [[ ! -s $home/err ]] || one_line 'there is no OpenGL here'
    ;;
readonly)
    stays QT_QPA_PLATFORM=offscreen HOME=/proc/none-such "$program"
    stays env -u HOME QT_QPA_PLATFORM=offscreen "$program"
    ;;
damaged)
    mkdir -p "$home/.config/bindlab" "$home/.local/share/bindlab/"{lessons,sandbox} "$home/.cache/bindlab"
    for file in .config/bindlab/settings.ini .local/share/bindlab/{progress.json,lessons/mine.md,sandbox/mine.flow,sandbox/choices.ini} .cache/bindlab/matrix; do
        head -c 5000 "$program" | tail -c 4000 >"$home/$file"
    done
    cp -r "$home" "$home.before"
    stays QT_QPA_PLATFORM=offscreen "$program"
    cd "$home.before" || exit 1
    while IFS= read -r file; do   # whatever was there still is, under its name or beside it
        cmp -s "$file" "$home/$file" || cmp -s "$file" "$home/$file.damaged" || complain "$file is lost"
    done < <(find .config .local -type f)
    rm -rf "$home.before"
    [[ -e $home/.config/bindlab/settings.ini.damaged ]] || complain "damaged settings are not put aside"
    [[ -e $home/.local/share/bindlab/progress.json.damaged ]] || complain "damaged progress is not put aside"
    ;;
full)
    mkdir "$home/disk"
    mount -t tmpfs -o size=64k tmpfs "$home/disk" || exit 77
    cat /dev/zero >"$home/disk/filler" 2>/dev/null
    stays QT_QPA_PLATFORM=offscreen HOME="$home/disk" "$program"
    says 2 "$home/disk/run.json" "$program" check --design D3a --scenario S3 --trace "$home/disk/run.json"
    says 2 "$home/disk/p.png" "$program" screenshot welcome --size 400x300 --out "$home/disk/p.png"
    says 2 "$home/disk/tdi.svg" "$program" export svg --machine Tdi --out "$home/disk/tdi.svg"
    ;;
*)
    complain "there is no case $case"
    ;;
esac
exit $wrong

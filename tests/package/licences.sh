#!/usr/bin/env bash
# licences.sh SOURCE PROGRAM: LICENSE is Apache-2.0, no file of ours carries anybody else's notice, and the README's table of licences
# names each package that the program is built of or opens, with a licence which Debian's record of that package names, too.
# Exit status 77, skipped, without dpkg.
set -u
source=$1 program=$2
command -v dpkg-query >/dev/null || { echo "there is no dpkg here"; exit 77; }
wrong=0
complain() { echo "$*"; wrong=1; }

cmp -s "$source/LICENSE" /usr/share/common-licenses/Apache-2.0 || complain "LICENSE is not the text of Apache-2.0"
foreign=$(cd "$source" && grep -rIlE '(Copyright|\(c\)|©) +[0-9A-Z]|SPDX-' app statemachine qml lessons tests | grep -vxE 'app/package/copyright|tests/package/licences.sh')
[[ -z $foreign ]] || complain "there is a copyright notice in $foreign"

# What is linked, what is compiled in, what is opened; not what every program has of the compiler and of libc.
listed() { (source "$source/app/setup" && printf '%s\n' "${packages[@]}" | grep -E -- '-dev$|^(lib|fonts-|qml6-|qt6-)'); }
linked() { ldd "$program" | sed -nE "s/^\t($(readelf -d "$program" | sed -nE 's/.*NEEDED.*\[(.*)\]/\1/p' | paste -sd '|'))[^=]*=> (\/[^ ]*) .*/\2/p" | xargs -n 1 readlink -f | sed "s/.*\//*\//" | xargs dpkg -S | cut -d: -f1; }
mapfile -t parts < <({ listed; linked; } | sort -u)
((${#parts[@]} > 20)) || complain "only ${#parts[@]} packages are known to be part of it"
for part in "${parts[@]}"; do
    origin=$(dpkg-query -W -f='${source:Package}' "$part" 2>/dev/null) || { complain "$part is not installed"; continue; }
    [[ $origin == @(glibc|gcc-*) ]] && continue
    licence=$(sed -nE "s/^\| .*\`$origin\` *\| *([^ |]+) *\|.*/\1/p" "$source/README.md")
    if [[ -z $licence ]]; then
        complain "the README's table of licences has no row for $origin, of which $part is made"
    elif ! grep -qE "^License:[[:space:]]+(.* )?${licence//+/\\+}( |,|$)" "/usr/share/doc/$part/copyright"; then
        complain "$part is not under $licence by /usr/share/doc/$part/copyright"
    fi
done
exit $wrong

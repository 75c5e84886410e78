#!/usr/bin/env bash
# documents.sh BUILD PROGRAM: the manual and the completion say what --help says, of every command.
set -u
page=$1/app/package/bindlab.1 script=$1/app/package/bindlab.bash program=$2
wrong=0
complain() { echo "$*"; wrong=1; }

groff -man -ww -Tutf8 "$page" 2>&1 >/dev/null | grep . && complain "the manual does not render without warnings"
text=$(groff -man -Tutf8 -P-c -rLL=200n "$page" | col -b)
for section in NAME SYNOPSIS OPTIONS COMMANDS EXAMPLES 'EXIT STATUS' FILES; do
    grep -qx "$section" <<<"$text" || complain "the manual has no section $section"
done

PATH=$(dirname "$program"):$PATH
source "$script"
# completed WORD...: what the last word may become
completed() {
    COMP_WORDS=(bindlab "$@") COMP_CWORD=$#
    _bindlab
    printf '%s\n' "${COMPREPLY[@]}"
}
mapfile -t commands < <("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
((${#commands[@]} >= 13)) || complain "--help names only ${#commands[@]} commands"
for command in "${commands[@]}"; do
    grep -q "^   $command\$" <<<"$text" || complain "the manual has nothing of $command"
    completed '' | grep -qx "$command" || complain "$command is not completed"
    section=$(sed -n "/^   $command\$/,/^   [a-z]/p" <<<"$text")
    for option in $("$program" "$command" --help | grep -oE '^  (-h,)?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
        [[ $option == --help ]] || grep -q -- "^       $option" <<<"$section" || complain "the manual has no $option of $command"
        completed "$command" --  | grep -qx -- "$option" || complain "$option of $command is not completed"
    done
done

# expect "WORDS" ANSWER: the answer is among what the last word may become
expect() { local words; read -ra words <<<"$1"; [[ $1 == *' ' ]] && words+=(''); completed "${words[@]}" | grep -qx -- "$2" || complain "'bindlab $1' does not offer $2"; }
expect "check --design D3" D3a
expect "check --scenario " S3
expect "report " D6
expect "list ma" machines
expect "export mur" murphi
expect "screenshot lesson --theme " light
expect "lesson ver" verify
cd "$(dirname "$script")" || exit 1
expect "check bindlab.ba" bindlab.bash
expect "check --trace bindlab.ba" bindlab.bash
exit $wrong

#!/usr/bin/env bash
# readmes.sh SOURCE PROGRAM: every picture that a README shows is there, is small, and can be made again, and there are no others;
# links lead somewhere; the lesson and the design that the README shows are what it says they are.
set -u
cd "$1" || exit 1
wrong=0
complain() { echo "$*"; wrong=1; }
shown=$(
    for readme in README.md */README.md; do
        grep -oE '!\[[^]]*\]\([^)]+\)' "$readme" | sed -E "s|.*\(([^)]+)\)|$(dirname "$readme")/\1|; s|^\./||"
    done | sort -u)
[[ -n $shown ]] || complain "no README shows a picture"
while IFS= read -r picture; do
    [[ -s $picture ]] || { complain "$picture is not there"; continue; }
    (($(stat -c %s "$picture") <= 120 * 1024)) || complain "$picture is larger than 120 KiB"
done <<<"$shown"
diff <(sed 's|.*/||; s|\.png$||' <<<"$shown" | sort -u) <(app/pictures/make --list | sort) || complain "the READMEs show others (<) than app/pictures/make makes (>)"
diff <(app/pictures/make --list | sed 's|.*|app/pictures/&.png|' | sort) <(printf '%s\n' app/pictures/*.png) || complain "app/pictures/make makes others (<) than lie there (>)"
for link in $(grep -ohE '\]\([^):#]+\)' README.md | sed 's/^](//; s/)$//'); do
    [[ -e $link ]] || complain "README.md points to $link, which is not there"
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed -n '/^    patch pin-mine/,/^$/s/^    //p' README.md >"$folder/mine.flow"
grep -q "^violated: I18, I22 " <("$2" check "$folder/mine.flow" --design Mine --scenario S3) || complain "the design of README.md does not break what it says"
{
    sed -n '/^---$/,/^---$/p;/^# One/p' lessons/README.md
    echo
    sed -n '/^````markdown$/,/^````$/p' README.md | grep -v '^````'
} >"$folder/my-lesson.md"
"$2" lesson verify "$folder/my-lesson.md" >"$folder/said" 2>&1 || complain "the lesson of README.md does not hold: $(<"$folder/said")"
exit $wrong

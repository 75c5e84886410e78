#!/bin/sh
# Finds words that reach the eye without passing a translator: SOURCE, the folder with qml/ and app/.
# In QML, literals of what is shown; in the view models, literals that read as a sentence. Texts of the model (flows, lessons,
# sentences of a run) are data in English and are not looked for.
set -u
source=$1

# What qsTr() has, what is compared with, and markup are no findings.
own_words() {
    sed -E 's/""//g; s/qsTr\("([^"\\]|\\.)*"//g; s/(===|!==|\(|\[|\+|,) ?"([^"\\]|\\.)*"//g; s/"<[^"]*"//g; s/\/\/.*//'
}

found=$(find "$source/qml" -name '*.qml' | sort | while read -r file; do
    own_words < "$file" | grep -nE '^ *(readonly property string )?(text|title|tip|placeholder|caption|about|note|hint|displayText|Accessible\.name|Accessible\.description):.*"[^"]*[A-Za-z]{2}' |
        sed "s|^|$file:|"
done)

# A capital, then three words; or words and a full stop.
sentences=$(grep -rnE --include='*.cpp' --include='*.h' 'Q(StringLiteral|Latin1String)\("([A-Z][a-z]+ [a-z]+ [a-z]+|[A-Za-z][^"<]* [^"<]*\.")' "$source/app/viewmodels" "$source/app/scene")

[ -z "$found$sentences" ] || { printf 'These reach the eye as they are; give them to qsTr() or tr():\n%s\n%s\n' "$found" "$sentences"; exit 1; }

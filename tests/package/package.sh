#!/usr/bin/env bash
# package.sh BUILD FOLDER SOURCE: installs the build into FOLDER and makes its Debian package there; both have to be as desktops,
# man and dpkg want them. Exit status 77, skipped, without dpkg.
set -u
build=$1 stage=$2/stage packages=$2/packages source=$3
command -v dpkg-deb dpkg-shlibdeps >/dev/null || { echo "there is no dpkg-dev here"; exit 77; }
rm -rf "$stage" "$packages"
mkdir -p "$packages"
wrong=0
complain() { echo "$*"; wrong=1; }
# quiet COMMAND...: what it says is shown when it fails
quiet() { local said; said=$("$@" 2>&1) || { complain "$1 complains: $said"; return 1; }; }

quiet cmake --install "$build" --prefix "$stage" || exit 1
files=(
    bin/bindlab
    share/applications/bindlab.desktop
    share/bash-completion/completions/bindlab
    share/doc/bindlab/changelog.Debian.gz
    share/doc/bindlab/changelog.gz
    share/doc/bindlab/copyright
    share/icons/hicolor/scalable/apps/bindlab.svg
    share/lintian/overrides/bindlab
    share/man/man1/bindlab.1.gz
    share/metainfo/org.bindlab.Bindlab.metainfo.xml
    share/mime/packages/bindlab.xml
)
diff <(printf '%s\n' "${files[@]}" | sort) <(cd "$stage" && find . -type f -printf '%P\n' | sort) ||
    complain "other files are installed than expected"
[[ $("$stage/bin/bindlab" --version) == bindlab\ * ]] || complain "the installed program does not start"

cd "$stage/share" || exit 1
quiet desktop-file-validate applications/bindlab.desktop
quiet xmllint --noout mime/packages/bindlab.xml icons/hicolor/scalable/apps/bindlab.svg metainfo/org.bindlab.Bindlab.metainfo.xml
quiet appstreamcli validate --no-net metainfo/org.bindlab.Bindlab.metainfo.xml
for type in $(sed -n 's/^MimeType=//p' applications/bindlab.desktop | tr ';' ' '); do
    grep -q "type=\"$type\"" mime/packages/bindlab.xml || complain "the desktop file opens $type, which no file is"
done

# Our files are known by name and by what is in them; those of others stay what they are.
export XDG_DATA_HOME=$stage/share XDG_DATA_DIRS=/usr/share
quiet update-mime-database "$stage/share/mime"
typed() { [[ $(XDG_DATA_HOME=$stage/share gio info -a standard::content-type "$1" | sed -n 's/.*content-type: //p') == "$2" ]] || complain "$1 is no $2"; }
if command -v gio >/dev/null; then
    "$build/app/bindlab" check --design D3a --scenario S3 --trace "$stage/run.trace.json" >/dev/null
    printf 'flow f() : k { }\n' >"$stage/own.flow"
    printf '{}\n' >"$stage/other.json"
    typed "$stage/run.trace.json" application/x-bindlab-trace
    typed "$stage/own.flow" application/x-bindlab-flow
    typed "$stage/other.json" application/json
    typed "$source/lessons/01-five-parties.md" text/markdown
fi

# The package has the same files, and depends on what the program opens at run time.
cd "$packages" || exit 1
quiet cpack -G DEB --config "$build/CPackConfig.cmake" -B "$packages" -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip || exit 1
package=$(echo "$packages"/bindlab_*.deb)
diff <(printf './usr/%s\n' "${files[@]}" | sort) <(dpkg-deb --fsys-tarfile "$package" | tar -t | grep -v '/$' | sort) ||
    complain "the package has other files than are installed"
depends=$(dpkg-deb -f "$package" Depends)
if ldd "$build/app/bindlab" | grep -q libQt6Quick; then
    for name in $(bash -c 'source "$1/app/setup"; echo "${run_packages[@]}"' - "$source") libqt6quick6; do
        grep -qE "(^|, )$name( |,|$)" <<<"$depends" || complain "the package does not depend on $name"
    done
fi
if command -v lintian >/dev/null; then
    quiet lintian --fail-on error "$package"
fi
exit $wrong

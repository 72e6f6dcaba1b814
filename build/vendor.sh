#!/bin/sh
# Fetches the browser side's libraries from npm into src/main/resources/static/vendor and writes manifest.json.
# The Maven build never needs it: what it fetches is committed. To take a new version, change a pin below, run
# it, look at the difference, commit. npm compares every package with the registry's checksum.
set -eu
cd "$(dirname "$0")/../src/main/resources/static"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf vendor
mkdir -p vendor/icons
entries=$work/entries

# take <package> <version> <licence> <file in the package>=<file in vendor>...
take() {
    package=$1 version=$2 licence=$3
    shift 3
    mkdir -p "$work/$package"
    (cd "$work/$package" && tar xzf "$(npm pack --silent "$package@$version")" --strip-components=1)
    for pair in "$@"; do
        file=${pair#*=}
        mkdir -p "vendor/$(dirname "$file")"
        cp "$work/$package/${pair%%=*}" "vendor/$file"
        chmod 644 "vendor/$file"
        hash=$(openssl dgst -sha512 -binary "vendor/$file" | openssl base64 -A)
        printf '  {"file": "%s", "name": "%s", "version": "%s", "licence": "%s",\n   "sha512": "%s"}\n' \
            "$file" "$package" "$version" "$licence" "$hash" >> "$entries"
    done
}

take @tabler/core 1.6.1 MIT dist/css/tabler.min.css=tabler.min.css
take htmx.org 2.0.11 0BSD dist/htmx.min.js=htmx.min.js LICENSE=htmx.LICENSE
take idiomorph 0.8.0 0BSD dist/idiomorph-ext.min.js=idiomorph-ext.min.js LICENSE=idiomorph.LICENSE
take @fontsource-variable/inter 5.3.0 OFL-1.1 LICENSE=inter.LICENSE \
    files/inter-latin-wght-normal.woff2=inter-latin-wght-normal.woff2 \
    files/inter-latin-ext-wght-normal.woff2=inter-latin-ext-wght-normal.woff2

# The icons that dev.dunwell.web.Icon names, by their Tabler names.
set -- LICENSE=icons/LICENSE
for icon in $(sed -n 's/^ *[A-Z_]*("\([a-z0-9-]*\)")[,;].*/\1/p' ../../java/dev/dunwell/web/Icon.java); do
    set -- "$@" "icons/outline/$icon.svg=icons/$icon.svg"
done
take @tabler/icons 3.51.0 MIT "$@"

{ echo '['; sed 's/}$/},/' "$entries" | sed '$ s/},$/}/'; echo ']'; } > vendor/manifest.json
echo "$(grep -c '"file"' vendor/manifest.json) files in vendor/"

#!/bin/sh
# Rebuilds wwwroot/portal.css and wwwroot/fonts from the sources here. Needs npm; the result is committed.
set -eu
styles=$(cd "$(dirname "$0")" && pwd)
root="$styles/../wwwroot"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cd "$scratch"
npm install --no-audit --no-fund --silent \
  govuk-frontend@6.6.0 sass@1.108.2 @fontsource-variable/atkinson-hyperlegible-next@5.3.0

npx sass --style=compressed --no-source-map --quiet-deps --load-path=node_modules "$styles/portal.scss" "$root/portal.css"

mkdir -p "$root/fonts"
font=node_modules/@fontsource-variable/atkinson-hyperlegible-next
for range in latin latin-ext; do
  cp "$font/files/atkinson-hyperlegible-next-$range-wght-normal.woff2" "$root/fonts/atkinson-hyperlegible-next-$range.woff2"
done
cp "$font/LICENSE" "$root/licences/atkinson-hyperlegible-next.txt"

# A test compares these, so that a source is never changed without a rebuild, nor the result by hand.
cd "$styles"
sha256sum portal.scss _*.scss ../wwwroot/portal.css > checksums.sha256

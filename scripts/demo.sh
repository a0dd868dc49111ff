#!/bin/sh
# The main job, through the commands a user types: a corpus of an invented party, and how its positions changed.
set -eu
examples=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
cd "$folder"

# An identity of its own, so that it works where git has none, and nobody's name gets into the demo.
export GIT_AUTHOR_NAME="Demo" GIT_AUTHOR_EMAIL="demo@example.org"
export GIT_COMMITTER_NAME="Demo" GIT_COMMITTER_EMAIL="demo@example.org"
unset LIBCORPUS_CORPUS GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE || true
cp "$examples"/*.txt .

run() {
    printf '\n\033[1m$'
    for word in "$@"; do
        case $word in
            *[!A-Za-z0-9_.,:/@=+-]*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\033[0m\n'
    "$@"
}

echo "Everything here is invented: the party, the city, the resolutions (see examples/README.md)."
run libcorpus init corpus --title "Beschlüsse der Bürgerliste Morgenrot"
run libcorpus archive 2009-*.txt 2014-*.txt 2016-*.txt 2019-*.txt 2024-*.txt \
    --organisation morgenrot-lindenfurt --organisation-name "Bürgerliste Morgenrot Lindenfurt"
run libcorpus list
run libcorpus cite 4.1@2014 --lines 24-25
run libcorpus positions integration | sed -n "1,34p"
echo "  … (libcorpus positions integration shows all of it, --format html as a page)"
run libcorpus positions integration --from 2014 --to 2019 --net | sed -n "1,30p"
echo "  …"
run libcorpus check

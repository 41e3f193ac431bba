#!/usr/bin/env bash
# Times the atlas and the measures of dependence on made-up files of full size, each part as a process of its own. Run it
# on a quiet machine; `--save` keeps it in bench/history.
#
#   bench/atlas.sh [--save] [--rows LINES] [--figures N] [--heap SIZE]
set -euo pipefail
cd "$(dirname "$0")/.."
source .mvn/java25.sh

save=false rows=11000000 figures=1000000 heap=3g
while [ $# -gt 0 ]; do
    case $1 in
        --save) save=true ;;
        --rows) rows=$2; shift ;;
        --figures) figures=$2; shift ;;
        --heap) heap=$2; shift ;;
        *) echo "Unknown option '$1'. Maybe one of: --save --rows --figures --heap" >&2; exit 2 ;;
    esac
    shift
done

./mvnw -q -B -ntp -Pbench -Dquick -Dmaven.test.skip=true package -pl bench -am >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

part() {
    "$JAVA_HOME/bin/java" "-Xmx$1" --enable-native-access=ALL-UNNAMED -cp "bench/target/classes:bench/target/lib/*" \
        org.monazite.bench.AtlasSpeed "${@:2}"
}

report() {
    echo "# Atlas and exposure, $(git rev-parse --short HEAD)  $(date -u +%F)  $(nproc) cores, $(uname -m)"
    echo
    echo "Load before the run: $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
    echo
    echo "| what | seconds | processor seconds | MB of heap | remark |"
    echo "|---|---|---|---|---|"
    part 1g baci "$rows" "$work"
    part "$heap" publish "$figures" "$work"
    part 512m figure "$work"
    part 512m figure "$work"
    part 1g balance
    part 1g scores
    part 1g traced
    part 1g answers
}

if $save; then
    report | tee "bench/history/$(date -u +%F)-$(git rev-parse --short HEAD)-atlas.md"
else
    report
fi

#!/usr/bin/env bash
# Times the planner on made-up worlds, as one model and by decomposition in the same run; with the folder of the public
# program stormG2 of 8 scenarios also a stand-in for stormG2-1000. Run it on a quiet machine; `--save` keeps it in
# bench/history.
#
#   bench/plan.sh [--save] [--threads N] [--seconds LIMIT] [--storm FOLDER] [--worlds MOST]
set -euo pipefail
cd "$(dirname "$0")/.."
source .mvn/java25.sh

save=false threads=$(nproc) seconds=300 storm="" worlds=3
while [ $# -gt 0 ]; do
    case $1 in
        --save) save=true ;;
        --threads) threads=$2; shift ;;
        --seconds) seconds=$2; shift ;;
        --storm) storm=$2; shift ;;
        --worlds) worlds=$2; shift ;;
        *) echo "Unknown option '$1'. Maybe one of: --save --threads --seconds --storm --worlds" >&2; exit 2 ;;
    esac
    shift
done

./mvnw -q -B -ntp -Pbench -Dquick -Dmaven.test.skip=true package -pl bench -am >&2

report() {
    echo "# Planner, $(git rev-parse --short HEAD)  $(date -u +%F)  $(nproc) cores, $(uname -m)"
    echo
    echo "Load before the run: $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
    echo
    "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "bench/target/classes:bench/target/lib/*" \
        org.monazite.bench.Decomposition "$threads" "$seconds" "$storm" "$worlds"
}

if $save; then
    report | tee "bench/history/$(date -u +%F)-$(git rev-parse --short HEAD)-planner.md"
else
    report
fi

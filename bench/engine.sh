#!/usr/bin/env bash
# Times the shock engines: JMH kernels and a ladder of networks from 60 to a million firms. Each result stands beside
# what the memory of the machine gives in the same run. Run it on a quiet machine; `--save` keeps it in bench/history.
#
#   bench/engine.sh [--save] [--no-jmh] [--firms MOST] [--days N] [--threads N]
set -euo pipefail
cd "$(dirname "$0")/.."
source .mvn/java25.sh

save=false jmh=true firms=1000000 days=365 threads=$(nproc)
while [ $# -gt 0 ]; do
    case $1 in
        --save) save=true ;;
        --no-jmh) jmh=false ;;
        --firms) firms=$2; shift ;;
        --days) days=$2; shift ;;
        --threads) threads=$2; shift ;;
        *) echo "Unknown option '$1'. Maybe one of: --save --no-jmh --firms --days --threads" >&2; exit 2 ;;
    esac
    shift
done

./mvnw -q -B -ntp -Pbench -Dquick -Dmaven.test.skip=true package -pl bench -am >&2
path="bench/target/classes:bench/target/lib/*"
# Huge pages and rows that begin on lines of memory: what `./monazite shock scale` runs with too.
options="-Xmx2g -XX:+UseParallelGC -XX:+UseTransparentHugePages -XX:ObjectAlignmentInBytes=64"

report() {
    echo "# Engines, $(git rev-parse --short HEAD)  $(date -u +%F)  $(nproc) cores, $(uname -m)"
    echo
    echo "Load before the run: $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
    echo
    # shellcheck disable=SC2086
    "$JAVA_HOME/bin/java" $options -cp "$path" org.monazite.shock.scale.Ladder "$firms" "$days" "$threads"
    echo
    echo "Members of an ensemble, mineral chain of 60 works:"
    echo
    # shellcheck disable=SC2086
    "$JAVA_HOME/bin/java" $options -cp "$path" org.monazite.bench.MineralMembers 480 "$threads" 3
    if $jmh; then
        echo
        echo '```'
        # shellcheck disable=SC2086
        "$JAVA_HOME/bin/java" $options -cp "$path" org.openjdk.jmh.Main -v SILENT -rf text -rff bench/target/jmh.txt >&2
        cat bench/target/jmh.txt
        echo '```'
    fi
}

if $save; then
    report | tee "bench/history/$(date -u +%F)-$(git rev-parse --short HEAD)-engines.md"
else
    report
fi

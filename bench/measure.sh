#!/usr/bin/env bash
# Times the main job and its parts as whole processes and prints one table; `--save` keeps it in bench/history.
# Run it on a quiet machine, after a build: ./monazite --version && bench/measure.sh --save
set -euo pipefail
cd "$(dirname "$0")/.."

runs=3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./monazite --version >/dev/null
./monazite --workspace "$work/ws" data build >/dev/null 2>&1

# Least wall time and largest memory of some runs; the exit code must be the expected one.
measure() {
    local what=$1 goal=$2
    shift 2
    local best=999999 most=0
    for _ in $(seq "$runs"); do
        local code=0
        /usr/bin/env bash -c 'TIMEFORMAT=%R; time "$@" >"$0/out" 2>"$0/err"' "$work" "$@" 2>"$work/time" || code=$?
        if [ "$code" -ne 0 ]; then
            echo "$what ended with $code:" >&2
            tail -5 "$work/err" >&2
            exit 1
        fi
        best=$(awk -v a="$best" -v b="$(tail -1 "$work/time")" 'BEGIN { print (b < a) ? b : a }')
    done
    most=$(memory "$@")
    printf '| %s | %s | %s | %s |\n' "$what" "$best" "$most" "$goal"
}

# Peak resident memory in MB, read while the command runs.
memory() {
    "$@" >/dev/null 2>&1 &
    local pid=$! peak=0 now
    while kill -0 "$pid" 2>/dev/null; do
        now=$(ps -o rss= --ppid "$pid" -p "$pid" 2>/dev/null | awk '{ s += $1 } END { print int(s / 1024) }')
        [ "${now:-0}" -gt "$peak" ] && peak=$now
        sleep 0.05
    done
    wait "$pid" || true
    echo "$peak"
}

table() {
    echo "| command | seconds (best of $runs) | MB | goal |"
    echo "|---|---|---|---|"
    measure '`--version`' '0.4 s' ./monazite --version
    measure '`exposure of JPN --chain magnets`' '2 s' ./monazite --workspace "$work/ws" exposure of JPN --chain magnets
    measure '`shock run china-magnet-chain` 500 x 52' '5 s' \
        ./monazite --workspace "$work/ws" shock run china-magnet-chain --members 500 --weeks 52
    measure '`plan solve default`' '5 s' ./monazite --workspace "$work/ws" plan solve default
    measure '`plan solve default --frontier`' '5 s' ./monazite --workspace "$work/ws" plan solve default --frontier
    measure '`plan frontier default --points 12`' '10 s' \
        ./monazite --workspace "$work/ws" plan frontier default --points 12
    measure '`plan frontier default --points 20`' '3 x `plan solve`' \
        ./monazite --workspace "$work/ws" plan frontier default --points 20
    measure '`plan frontier default --by year`' '10 s' \
        ./monazite --workspace "$work/ws" plan frontier default --by year
    measure '`secure`' '15 s, 1,500 MB' ./monazite --workspace "$work/ws" secure
}

head="$(git rev-parse --short HEAD)  $(date -u +%F)  $(nproc) cores, $(uname -m)"
if [ "${1:-}" = --save ]; then
    file="bench/history/$(date -u +%F)-$(git rev-parse --short HEAD).md"
    { echo "# $head"; echo; table; } | tee "$file"
else
    echo "$head"
    table
fi

#!/usr/bin/env bash
# A history of 1 000 and of 10 000 runs read and made a page, in a JVM that has just started and in one that has done it before.
set -euo pipefail
# shellcheck source=bench/lib/bench.bash
. "$(dirname "$0")/lib/bench.bash"

main() {
  build_jar "$repository"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  javac -cp "$repository/target/classes:$repository/target/ai-image.jar" -d "$work/classes" \
    "$repository/bench/HistoryBench.java"
  local runs cold warm
  for runs in 1000 10000; do
    bench "$work/$runs" "$runs"
    read -r cold warm < <(bench "$work/$runs")
    row "history of $runs runs" 'read, page made, first time' "$cold ms" "$(wc -c <"$work/$runs") bytes of lines"
    row "history of $runs runs" 'the same in a warm JVM' "$warm ms" "$(ratio "$warm" "$cold") of the first time"
  done
}

bench() {
  java -cp "$work/classes:$repository/target/ai-image.jar" HistoryBench "$@"
}

main "$@"

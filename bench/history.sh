#!/usr/bin/env bash
# A history of 1 000 and of 10 000 runs read and made a page in a cold JVM, best of three.
set -euo pipefail
# shellcheck source=bench/lib/bench.bash
. "$(dirname "$0")/lib/bench.bash"

main() {
  build_jar "$repository"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  javac -cp "$repository/target/classes:$repository/target/ai-image.jar" -d "$work/classes" \
    "$repository/bench/HistoryBench.java"
  local runs thousand many
  for runs in 1000 10000; do
    bench "$work/$runs" "$runs"
  done
  thousand=$(best "$work/1000")
  many=$(best "$work/10000")
  row 'history of 1 000 runs' 'read, page made' "$thousand ms" "$(wc -c <"$work/1000") bytes of lines"
  row 'history of 10 000 runs' 'read, page made' "$many ms" "$(ratio "$many" "$thousand") of the time for 1 000"
}

bench() {
  java -cp "$work/classes:$repository/target/ai-image.jar" HistoryBench "$@"
}

best() {
  for _ in 1 2 3; do
    bench "$1" | cut -d' ' -f1
  done | sort -n | head -1
}

main "$@"

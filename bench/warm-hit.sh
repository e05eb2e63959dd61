#!/usr/bin/env bash
# A hit inside a warm JVM, against one bare HTTP HEAD of the same manifest in that JVM.
set -euo pipefail
# shellcheck source=bench/lib/bench.bash
. "$(dirname "$0")/lib/bench.bash"

main() {
  in_lab "$@"
  mkdir -p "$work/context"
  printf 'FROM scratch\nCOPY . /app/\n' >"$work/context/Dockerfile"
  printf 'print("hello")\n' >"$work/context/app.py"
  "$AI_IMAGE" prepare --context "$work/context" --image bench/warm --tag v1 --registry "$AI_IMAGE_TEST_REGISTRY" >&2
  javac -cp "$JAR" -d "$work/classes" "$repository/bench/WarmHitBench.java"
  local result
  mapfile -t result < <(java -cp "$JAR:$work/classes" WarmHitBench \
    "$work/context" "$AI_IMAGE_TEST_REGISTRY" bench/warm)
  row 'hit in a warm JVM' 'prepare' "${result[0]} ms" "$(ratio "${result[0]}" "${result[1]}") of a bare HEAD"
  row 'hit in a warm JVM' 'HttpURLConnection, one HEAD' "${result[1]} ms" ''
}

main "$@"

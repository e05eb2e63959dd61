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
  local prepare=(prepare --context "$work/context" --file "$work/context/Dockerfile" --image bench/warm --tag v1
    --registry "$AI_IMAGE_TEST_REGISTRY")
  settle "${prepare[@]}"
  local result
  mapfile -t result < <(warm "http://$AI_IMAGE_TEST_REGISTRY/v2/bench/warm/manifests/v1" "${prepare[@]}")
  row 'hit in a warm JVM' 'prepare' "${result[0]} ms" "$(ratio "${result[0]}" "${result[1]}") of a bare HEAD"
  row 'hit in a warm JVM' 'HttpURLConnection, one HEAD' "${result[1]} ms" ''
}

main "$@"

#!/usr/bin/env bash
# `plan` in a heap of 64 MB on a context of 100 000 small files and one of 2 GB.
set -euo pipefail
# shellcheck source=bench/lib/bench.bash
. "$(dirname "$0")/lib/bench.bash"

main() {
  need time=time
  in_lab "$@"
  many_files "$work/context"
  local code=0 seconds=- kilobytes=-
  "$(type -P time)" -f '%e %M' -o "$work/usage" \
    java -Xmx64m -jar "$JAR" plan --context "$work/context" --file "$work/context/Dockerfile" --image bench/memory \
    >&2 || code=$?
  read -r seconds kilobytes < <(tail -n 1 "$work/usage")
  row 'plan, 100 000 files and one of 2 GB' 'java -Xmx64m -jar ai-image.jar plan' "$seconds s" \
    "exit code $code, at most $((kilobytes / 1024)) MB resident"
}

many_files() {
  local folder
  for folder in {1..100}; do
    mkdir -p "$1/$folder"
    seq $((folder * 1000)) $((folder * 1000 + 999)) | split -l 1 -a 3 -d - "$1/$folder/file-"
  done
  truncate -s 2G "$1/model.bin"
  printf 'FROM scratch\nCOPY . /\n' >"$1/Dockerfile"
}

main "$@"

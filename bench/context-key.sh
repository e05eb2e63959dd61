#!/usr/bin/env bash
# The digest of a context in a cold JVM of 64 MB, against find and sha256sum on all processors over the same files, with
# a warm page cache, best of three. MILLION=1 adds a million files.
set -euo pipefail
# shellcheck source=bench/lib/bench.bash
. "$(dirname "$0")/lib/bench.bash"

main() {
  build_jar "$repository"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  javac -cp "$repository/target/classes" -d "$work/classes" "$repository/bench/ContextKeyBench.java"
  compare '100 files of 10 MB' 100 10485760 4
  compare '100 000 files of 2 kB' 100000 2048 2000
  compare '20 files of 2 kB' 20 2048 20
  if [[ -n ${MILLION-} ]]; then
    compare '1 000 000 files of 16 bytes' 1000000 16 5000
  fi
}

# compare NAME FILES BYTES FILES-PER-SHA256SUM
compare() {
  local digest sums
  make_files "$work/context" "$2" "$3"
  digest=$(best ours "$work/context")
  sums=$(best theirs "$work/context" "$4")
  row "context key, $1" 'digest' "$digest ms" "throughput $(ratio "$sums" "$digest") of sha256sum's"
  row "context key, $1" "find and sha256sum on $(nproc) processors" "$sums ms" ''
  rm -rf "$work/context"
}

# Prints milliseconds, without the start of the JVM.
ours() {
  java -Xmx64m -cp "$repository/target/classes:$work/classes" ContextKeyBench "$1" | cut -d' ' -f3
}

theirs() {
  local start
  start=$(date +%s%3N)
  find "$1" -type f -print0 | xargs -0 -P "$(nproc)" -n "$2" sha256sum >"$work/sums"
  echo $(($(date +%s%3N) - start))
}

best() {
  for _ in 1 2 3; do
    "$@"
  done | sort -n | head -1
}

make_files() {
  python3 - "$@" <<'PY'
import os, sys

top, number, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
block = os.urandom(min(size, 1 << 20))
for i in range(number):
    folder = os.path.join(top, "d%03d" % (i // 1000), "e%02d" % (i // 50 % 20))
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "f%06d" % i), "wb") as f:
        for _ in range(size // len(block)):
            f.write(block)
PY
}

main "$@"

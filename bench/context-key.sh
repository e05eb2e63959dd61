#!/bin/sh
# Time to digest a context, beside find + sha256sum on all processors over the same files.
# Best of three, page cache warm. Needs `mvn compile` and about 2 GB in $TMPDIR.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
javac -cp target/classes -d "$work/classes" bench/ContextKeyBench.java

milliseconds() { date +%s%3N; }

ours() { java -Xmx64m -cp "target/classes:$work/classes" ContextKeyBench "$1"; }

theirs() {
  start=$(milliseconds)
  find "$1" -type f -print0 | xargs -0 -P "$(nproc)" -n "$2" sha256sum > "$work/sums"
  end=$(milliseconds)
  echo $((end - start))
}

whole() {
  start=$(milliseconds)
  ours "$1" > "$work/line"
  end=$(milliseconds)
  echo "$(cat "$work/line") $((end - start))"
}

best() { for _ in 1 2 3; do "$@"; done | sort -n -k"$column" | head -1; }

row() {
  column=3 && line=$(best whole "$2")
  column=1 && sums=$(best theirs "$2" "$3")
  echo "$1 $line $sums" | awk '{
    printf "%-22s %8d %8.0f %9d %9d %10d %8.2f\n", $1, $2, $3 / 1e6, $4, $5, $6, $6 / $4 }'
}

make_files() { # directory, number, bytes of each
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

make_files "$work/large" 100 10485760
make_files "$work/small" 100000 2048
make_files "$work/tiny" 20 2048
printf '%-22s %8s %8s %9s %9s %10s %8s\n' context files MB ms 'JVM ms' 'sha256sum' ratio
row large "$work/large" 4
row small "$work/small" 2000
row tiny "$work/tiny" 20
if [ "${MILLION:-}" ]; then
  make_files "$work/million" 1000000 16
  row million "$work/million" 5000
fi

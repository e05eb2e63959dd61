# What the benches share. Each prints rows of one Markdown table (row) and tells everything else on standard error.
# shellcheck shell=bash

repository=$(readlink -f "$(dirname "${BASH_SOURCE[0]}")/../..")
# shellcheck source=bin/lib/packages.bash
. "$repository/bin/lib/packages.bash"
# shellcheck source=bin/lib/jar.bash
. "$repository/bin/lib/jar.bash"

# shellcheck disable=SC2034  # for the benches
readonly JAR=$repository/target/ai-image.jar
readonly AI_IMAGE=$repository/bin/ai-image

# in_lab "$@": goes on in the lab, with an engine of our own that can be emptied, and with a folder for files.
in_lab() {
  if [[ -z ${AI_IMAGE_BENCH_LAB-} ]]; then
    need hyperfine=hyperfine curl=curl,ca-certificates
    build_jar "$repository"
    AI_IMAGE_BENCH_LAB=yes exec "$repository/bin/lab" run --base --private-engine "$0" "$@"
  fi
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
}

# row BENCH CASE RESULT COMPARED
row() {
  printf '| %s | %s | %s | %s |\n' "$@"
}

# medians RUNS COMMAND…: the median of each command in ms, one a line.
medians() {
  local runs=$1
  shift
  hyperfine --warmup 1 --runs "$runs" --export-json "$work/medians.json" "$@" >&2
  sed -n 's/^ *"median": \([0-9.]*\),*$/\1/p' "$work/medians.json" | awk '{ printf "%.0f\n", $1 * 1000 }'
}

median() {
  sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

ratio() {
  awk -v a="$1" -v b="$2" 'BEGIN { printf "×%.2f", a / b }'
}

now_ms() {
  printf '%s\n' $((${EPOCHREALTIME//[!0-9]/} / 1000))
}

# A docker client that can drive BuildKit, if there is one: with buildx, or old enough to have BuildKit built in.
buildkit_docker() {
  local client major
  for client in $(type -ap docker); do
    major=$("$client" version --format '{{.Client.Version}}' | cut -d . -f 1)
    if ((major < 23)) || "$client" buildx version >/dev/null 2>&1; then
      printf '%s\n' "$client"
      return
    fi
  done
  return 1
}

# warm URL COMMAND…: two medians in ms, of the command in a JVM that has run it often, and of a HEAD of the URL in it.
warm() {
  javac -cp "$JAR" -d "$work/classes" "$repository/bench/WarmBench.java"
  java -cp "$JAR:$work/classes" WarmBench "$@"
}

# settle ARGUMENT…: prepares an image until it is a hit, and has the launcher's archive ready.
settle() {
  local archive_ready
  "$AI_IMAGE" prepare "$@" --report "$work/first.json" >&2
  "$AI_IMAGE" prepare "$@" --report "$work/second.json" >&2
  if ! grep -q '"cache": *"HIT"' "$work/second.json"; then
    say "bench: the second prepare was no hit; the numbers below are not those of a hit"
  fi
  archive_ready=$((SECONDS + 20))
  while compgen -G "${XDG_CACHE_HOME:-$HOME/.cache}/ai-image/*.lock" >/dev/null && ((SECONDS < archive_ready)); do
    sleep 0.2
  done
}

#!/usr/bin/env bash
# What it costs to watch a build that prints 50 000 lines in twenty seconds, in processor time: `prepare`, less the same
# `prepare` of a silent build and less the docker client's own share.
set -euo pipefail
# shellcheck source=bench/lib/bench.bash
. "$(dirname "$0")/lib/bench.bash"

readonly LINES_PRINTED=50000 SECONDS_TAKEN=20

main() {
  need time=time busybox=busybox-static
  in_lab "$@"
  local builder
  for builder in docker buildkit; do
    if [[ $builder == buildkit ]] && ! buildkit_docker >/dev/null; then
      say 'no docker client can drive BuildKit: left out'
      continue
    fi
    compare "$builder"
  done
}

compare() {
  local loud silent client wall
  printing 0 >"$work/Dockerfile"
  read -r silent _ < <(prepare_cost "$1")
  printing "$LINES_PRINTED" >"$work/Dockerfile"
  read -r loud wall < <(prepare_cost "$1")
  client=$(client_cost "$1")
  row "watching $LINES_PRINTED lines ($1)" 'prepare' "$loud s of processor in $wall s" \
    "$(awk -v loud="$loud" -v silent="$silent" -v client="$client" -v wall="$wall" -v cores="$(nproc)" 'BEGIN {
      cost = loud - silent - client
      printf "%.2f s are the watching: %.2f %% of the %s cores in that time", cost, 100 * cost / wall / cores, cores }')"
}

# printing LINES: a Dockerfile whose RUN takes that long and says so many lines of a hundred characters.
printing() {
  cp "$(type -P busybox)" "$work/busybox"
  cat <<END
FROM scratch
COPY busybox /bin/busybox
SHELL ["/bin/busybox", "sh", "-c"]
RUN for second in \$(busybox seq $SECONDS_TAKEN); do busybox yes \
"Downloading package-1.2.3-py3-none-any.whl, one of the many lines that an installation prints, unread" | \
busybox head -n $(($1 / SECONDS_TAKEN)); busybox sleep 1; done
END
}

# Processor time of the program and of the clients that it starts, then the whole time; in seconds.
prepare_cost() {
  "$(type -P time)" -f '%U %S %e' -o "$work/usage" java -jar "$JAR" prepare --context "$work" --image bench/supervision \
    --builder "$1" --force >&2
  tail -n 1 "$work/usage" | awk '{ printf "%.2f %.1f\n", $1 + $2, $3 }'
}

client_cost() {
  local docker=docker buildkit=0
  if [[ $1 == buildkit ]]; then
    docker=$(buildkit_docker)
    buildkit=1
  fi
  DOCKER_BUILDKIT=$buildkit "$(type -P time)" -f '%U %S' -o "$work/usage" \
    "$docker" build --no-cache "$work" >"$work/output" 2>&1
  tail -n 1 "$work/usage" | awk '{ printf "%.2f\n", $1 + $2 }'
}

main "$@"

#!/usr/bin/env bash
# A cold build in phases against one docker build of the same file, both with nothing in any cache.
# With --torch also examples/quickstart, which takes a quarter of an hour and measures the network, too.
set -euo pipefail
# shellcheck source=bench/lib/bench.bash
. "$(dirname "$0")/lib/bench.bash"
# shellcheck source=bin/lib/quickstart.bash
. "$repository/bin/lib/quickstart.bash"

runs=${AI_IMAGE_BENCH_RUNS:-3}
readonly PHASES=3

main() {
  in_lab "$@"
  medium_context "$work/medium"
  compare "$PHASES × 260 MB" "$runs" bench/medium --context "$work/medium" --file "$work/medium/Dockerfile"
  if [[ ${1-} == --torch ]]; then
    quickstart_recipe "$repository"
    compare 'examples/quickstart' 1 bench/quickstart "${recipe[@]:0:4}"
  fi
}

# A new SALT makes every instruction after it new to every cache.
# shellcheck disable=SC2016  # the dollars are the Dockerfile's
medium_context() {
  local phase
  mkdir -p "$1"
  {
    printf 'ARG BASE\nFROM $BASE\nARG SALT\n'
    for ((phase = 1; phase <= PHASES; phase++)); do
      printf '# phase: data%s\nRUN seq 30000000 >/data%s\n' "$phase" "$phase"
    done
  } >"$1/Dockerfile"
}

# compare NAME RUNS IMAGE --context DIR --file FILE
compare() {
  local builders=(docker) builder client=docker
  if buildkit=$(buildkit_docker); then
    builders+=(buildkit)
  fi
  for builder in "${builders[@]}"; do
    [[ $builder == docker ]] || client=$buildkit
    compare_builds "$builder" "$client" "$@"
  done
}

# compare_builds BUILDER CLIENT NAME RUNS IMAGE --context DIR --file FILE
compare_builds() {
  local builder=$1 client=$2 name=$3 runs=$4 image=$5 context=$7 file=$9 salt results plain phased switch=0
  [[ $builder == docker ]] || switch=1
  # shellcheck disable=SC2016  # each run evaluates it anew
  salt='--build-arg SALT=$(date +%s%N)'
  plain="DOCKER_BUILDKIT=$switch $client build --no-cache -q -t $image:plain
    --build-arg BASE=$AI_IMAGE_TEST_BASE $salt -f ${file@Q} ${context@Q}"
  phased="${AI_IMAGE@Q} prepare --context ${context@Q} --file ${file@Q} --image $image --builder $builder
    --build-arg BASE=$AI_IMAGE_TEST_BASE $salt"
  mapfile -t results < <(medians "$runs" --prepare "$repository/bench/lib/empty-engine" "${plain//$'\n'/}" "${phased//$'\n'/}")
  row "cold build, $name" "docker build --no-cache ($builder)" "${results[0]} ms" ''
  row "cold build, $name" "bin/ai-image prepare in phases ($builder)" "${results[1]} ms" \
    "$(ratio "${results[1]}" "${results[0]}"), $(((results[1] - results[0]) / PHASES)) ms more a phase"
}

main "$@"

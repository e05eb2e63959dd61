#!/usr/bin/env bash
# A hit, as a whole process, against what one does without: a fully cached docker build and an up-to-date push, or
# on a fresh engine the pull of the image.
set -euo pipefail
# shellcheck source=bench/lib/bench.bash
. "$(dirname "$0")/lib/bench.bash"
# shellcheck source=bin/lib/quickstart.bash
. "$repository/bin/lib/quickstart.bash"
# shellcheck source=bin/lib/registry.bash
. "$repository/bin/lib/registry.bash"

runs=${AI_IMAGE_BENCH_RUNS:-10}

main() {
  in_lab "$@"
  small_context "$work/small"
  large_context "$work/large"
  warm_engine 'small context' "$work/small"
  warm_engine '300 MB context' "$work/large"
  fresh_engine_synthetic
  if has_manifest "$AI_IMAGE_TEST_REGISTRY" "$QUICKSTART_IMAGE" v1; then
    quickstart_recipe "$repository"
    fresh_engine 'torch image of examples/quickstart' "$QUICKSTART_IMAGE" "${recipe[@]}"
  fi
}

# shellcheck disable=SC2016  # the dollars are the Dockerfile's
small_context() {
  mkdir -p "$1"
  printf 'ARG BASE\nFROM $BASE\nCOPY . /app/\nRUN ls /app >/files\n' >"$1/Dockerfile"
  printf 'print("hello")\n' >"$1/app.py"
  printf 'numpy\n' >"$1/requirements.txt"
}

large_context() {
  local number
  small_context "$1"
  for number in {1..30}; do
    head -c 10000000 /dev/urandom >"$1/weights-$number.bin"
  done
}

# warm_engine NAME CONTEXT
warm_engine() {
  local arguments clients=(classic) commands results number image
  arguments=(--context "$2" --file "$2/Dockerfile" --image "bench/$(basename "$2")" --tag v1
  --registry "$AI_IMAGE_TEST_REGISTRY" --build-arg "BASE=$AI_IMAGE_TEST_BASE")
  settle "${arguments[@]}"
  image=$AI_IMAGE_TEST_REGISTRY/bench/docker-$(basename "$2"):v1
  commands=("java -jar $JAR prepare ${arguments[*]@Q}" "${AI_IMAGE@Q} prepare ${arguments[*]@Q}"
    "$(build_and_push 0 docker "$image" "$2")")
  if buildkit=$(buildkit_docker); then
    clients+=(BuildKit)
    commands+=("$(build_and_push 1 "$buildkit" "$image" "$2")")
  fi
  mapfile -t results < <(medians "$runs" "${commands[@]}")
  row "hit, $1" 'java -jar ai-image.jar prepare' "${results[0]} ms" ''
  row "hit, $1" 'bin/ai-image prepare' "${results[1]} ms" "$(ratio "${results[1]}" "${results[0]}") of java -jar"
  for number in "${!clients[@]}"; do
    row "hit, $1" "cached docker build (${clients[number]}) and up-to-date push" "${results[number + 2]} ms" \
      "bin/ai-image takes $(ratio "${results[1]}" "${results[number + 2]}") of it"
  done
}

# build_and_push BUILDKIT CLIENT IMAGE CONTEXT
build_and_push() {
  printf 'DOCKER_BUILDKIT=%s %s build -q -t %s --build-arg BASE=%s %q && docker push -q %s' \
    "$1" "$2" "$3" "$AI_IMAGE_TEST_BASE" "$4" "$3"
}

# shellcheck disable=SC2016  # the dollars are the Dockerfile's
fresh_engine_synthetic() {
  mkdir -p "$work/synthetic"
  printf 'ARG BASE\nFROM $BASE\nRUN head -c 500000000 /dev/urandom >/data\n' >"$work/synthetic/Dockerfile"
  fresh_engine 'synthetic 500 MB image' bench/synthetic --context "$work/synthetic" \
    --file "$work/synthetic/Dockerfile" --image bench/synthetic --tag v1 \
    --registry "$AI_IMAGE_TEST_REGISTRY" --build-arg "BASE=$AI_IMAGE_TEST_BASE"
}

# fresh_engine NAME REPOSITORY ARGUMENT…
fresh_engine() {
  local name=$1 image=$AI_IMAGE_TEST_REGISTRY/$2:v1 hit pull
  shift 2
  settle "$@"
  for _ in 1 2 3; do
    AI_IMAGE_REGISTRY=$AI_IMAGE_TEST_REGISTRY "$repository/bin/lab" run --private-engine \
      "$repository/bench/lib/hit-then-pull" "$image" "$@" >>"$work/fresh"
  done
  hit=$(cut -d ' ' -f 1 "$work/fresh" | median)
  pull=$(cut -d ' ' -f 2 "$work/fresh" | median)
  rm "$work/fresh"
  row "fresh engine, $name" 'bin/ai-image prepare' "$hit ms" ''
  row "fresh engine, $name" 'docker pull' "$pull ms" "bin/ai-image takes $(ratio "$hit" "$pull") of it"
}

main "$@"

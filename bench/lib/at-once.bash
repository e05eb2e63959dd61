# Many processes that want the same image at once.
# shellcheck shell=bash disable=SC2016,SC2154  # bench/cache sets $registry and its like; some $ are for later

readonly PROCESSES=20

at_once() {
  local name="$PROCESSES at once" round
  for ((round = 1; round <= SLOW_RUNS; round++)); do
    wanted_by_many "prepared-$round"
    all_at_once "$name" prepare "$work/prepared-$round" "$(prepare_by_one "$round") --report \$ends/\$process.json"
    after_the_leader "$name" "$work/prepared-$round/ends"
    wanted_by_many "plain-many-$round"
    all_at_once "$name" docker "$work/plain-many-$round" "$(docker_by_one "$registry/bench/many-plain-$round:v1")"
  done
  row "$name" 'bin/ai-image prepare (docker)' "$(spread "$name" prepare) until the last has its image" \
    "builds: $(values "$name" 'prepare builds'); exit codes other than 0: $(values "$name" 'prepare failed')"
  row "$name" '… a follower' "$(spread "$name" follower) after the leader's end" ''
  row "$name" 'docker build and push (docker)' "$(spread "$name" docker) until the last has its image" \
    "builds: $(values "$name" 'docker builds'); exit codes other than 0: $(values "$name" 'docker failed')"
}

prepare_by_one() {
  printf 'AI_IMAGE_STATE=%q %q prepare --context $context --file $context/Dockerfile --network host' \
    "$work/state/many-$1" "$AI_IMAGE"
  printf ' --image bench/many-%s --tag v1 --registry %s --builder docker' "$1" "$registry"
}

docker_by_one() {
  printf 'DOCKER_BUILDKIT=0 docker build -q --network host -t %s $context && docker push -q %s' "$1" "$1"
}

# wanted_by_many NAME: an image whose build shows in the registry's log, whoever runs it.
wanted_by_many() {
  mkdir -p "$work/$1"
  echo ends >"$work/$1/.dockerignore"
  cat >"$work/$1/Dockerfile" <<DOCKERFILE
FROM $base
RUN bash -c 'exec 3<>/dev/tcp/${registry/:/\/}; printf "GET /v2/built/$1/tags/list HTTP/1.0\\\\r\\\\n\\\\r\\\\n" >&3; cat <&3'
RUN sleep 5; head -c 20000000 /dev/urandom >/data
DOCKERFILE
}

# all_at_once NAME CASE CONTEXT COMMAND: COMMAND finds its number in $process, and $context, and $ends for files.
all_at_once() {
  local context=$3 ends=$3/ends process processes=() start end
  mkdir "$ends"
  start=$(now_ms)
  for ((process = 1; process <= PROCESSES; process++)); do
    one_of_many "$4" &
    processes+=($!)
  done
  wait "${processes[@]}"
  end=$(now_ms)
  record "$1" "$2" $((end - start))
  record "$1" "$2 failed" "$(cut -d ' ' -f 1 "$ends"/*.end | grep -vc '^0$' || true)"
  record "$1" "$2 builds" "$(grep -c "\"GET /v2/built/$(basename "$context")/" "$work/registry/registry.log" || true)"
}

# one_of_many COMMAND
one_of_many() {
  local code=0
  eval "$1" >"$ends/$process.log" 2>&1 </dev/null || code=$?
  printf '%s %s\n' "$code" "$(now_ms)" >"$ends/$process.end"
}

# after_the_leader NAME ENDS: how long after the one that built each of the others ended.
after_the_leader() {
  local leader report
  leader=$(grep -lE '^ *"cache": *"BUILT"' "$2"/*.json | head -n 1)
  for report in "$2"/*.json; do
    [[ $report == "$leader" ]] || record "$1" follower $(($(ended "$report") - $(ended "$leader")))
  done
}

# ended REPORT
ended() {
  cut -d ' ' -f 2 "${1%.json}.end"
}

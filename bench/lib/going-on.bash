# The last phase on an engine that has seen nothing, after it failed on another engine that is gone.
# shellcheck shell=bash disable=SC2154  # bench/cache sets $registry, $base, $work and the like

go_on() {
  local builder=$1 client=$2 switch=$3 image=bench/go-on-$1 phase round
  local name="last phase on a fresh engine ($1)"
  break_off "$builder" "$image"
  phase=$registry/$image:$(only_phase_to_go_on_from "$image")
  # What is compared stands side by side: the load of a shared machine changes within a minute.
  for ((round = 1; round <= SLOW_RUNS; round++)); do
    with_prepare "$name" "$builder" "$image" "$round"
    with_pull "$name" "DOCKER_BUILDKIT=$switch $client build -q" "$phase" "$image" "$round"
    with_prepare "$name" "$builder" "$image" "$round-unpublished" --no-push
    from_scratch "$name" "DOCKER_BUILDKIT=$switch $client build -q" "$image" "$round"
  done
  tell_go_on "$name"
}

# break_off BUILDER IMAGE: an engine that is gone afterwards builds all phases but the last.
break_off() {
  local context=$work/broken-$1
  recipe "$context" false
  fresh_engine "! $(prepare_command "$1" "$2" "$context") --report ${context@Q}/report.json" >/dev/null
  grep -q '"problem": *"BUILD_FAILED"' "$context/report.json" || fail "the run that had to fail in its last phase did not."
}

# The deepest phase that the registry has is the one that is no base of another there: the one with most layers.
only_phase_to_go_on_from() {
  local tag deepest='' most=0 layers
  for tag in $(curl -fs "http://$registry/v2/$1/tags/list" | grep -o 'key-[0-9a-f]*'); do
    layers=$(manifest "$1" "$tag" | grep -o '"digest"' | wc -l)
    if ((layers > most)); then
      most=$layers
      deepest=$tag
    fi
  done
  printf '%s\n' "$deepest"
}

# recipe CONTEXT LAST: two heavy phases and a light one, which runs LAST.
recipe() {
  mkdir -p "$1"
  printf 'print("hello")\n' >"$1/app.py"
  cat >"$1/Dockerfile" <<DOCKERFILE
FROM $base
# phase: data
RUN head -c 400000000 /dev/urandom >/data
# phase: more
RUN head -c 200000000 /dev/urandom >/more
DOCKERFILE
  last_phase "$2" >>"$1/Dockerfile"
}

last_phase() {
  cat <<DOCKERFILE
# phase: app
COPY app.py /app/
RUN $1
CMD ["cat", "/app/app.py"]
DOCKERFILE
}

# mended SALT: what the last phase runs then; another SALT makes it another image.
mended() {
  printf 'echo %s >/app/version && head -c 20000000 /dev/urandom >/app/index' "$1"
}

# prepare_command BUILDER IMAGE CONTEXT: with a state folder that knows nothing.
prepare_command() {
  printf 'AI_IMAGE_STATE=%q %q prepare --context %q --file %q --image %s --tag v1 --registry %s --builder %s' \
    "$3/state" "$AI_IMAGE" "$3" "$3/Dockerfile" "$2" "$registry" "$1"
}

# with_prepare NAME BUILDER IMAGE ROUND OPTION…
with_prepare() {
  local name=$1 builder=$2 image=$3 context=$work/$2-$4 milliseconds
  recipe "$context" "$(mended "$4")"
  shift 4
  milliseconds=$(fresh_engine "$(prepare_command "$builder" "$image" "$context") --report ${context@Q}/report.json $*")
  grep -q '"cache": *"RESUMED"' "$context/report.json" || fail "prepare did not go on from a phase; see $context."
  record "$name" "prepare${*:+ $*}" "$milliseconds"
}

# with_pull NAME BUILD PHASE IMAGE ROUND
with_pull() {
  local context=$work/pull-$5 target=$registry/$4-pulled:$5 times
  recipe "$context" "$(mended "pulled-$5")"
  {
    printf 'FROM %s\n' "$3"
    last_phase "$(mended "pulled-$5")"
  } >"$context/Dockerfile"
  mapfile -t times < <(fresh_engine "docker pull -q $3" "$2 -t $target ${context@Q}" "docker push -q $target")
  ((${#times[@]} == 3)) || fail "pull, build or push on a fresh engine failed."
  record "$1" pull "${times[0]}"
  record "$1" 'last phase' "${times[1]}"
  record "$1" 'pull, last phase' $((times[0] + times[1]))
  record "$1" 'pull, last phase, push' $((times[0] + times[1] + times[2]))
}

# from_scratch NAME BUILD IMAGE ROUND: without the push of it all, which takes twice as long again.
from_scratch() {
  local context=$work/plain-$4 milliseconds
  recipe "$context" "$(mended "plain-$4")"
  milliseconds=$(fresh_engine "$2 -t $3-plain:$4 ${context@Q}")
  record "$1" 'docker build' "$milliseconds"
}

tell_go_on() {
  row "$1" 'docker pull of the phase before' "$(spread "$1" pull)" ''
  row "$1" 'docker build of the last phase on it' "$(spread "$1" 'last phase')" ''
  row "$1" 'both' "$(spread "$1" 'pull, last phase')" ''
  row "$1" 'bin/ai-image prepare --no-push' "$(spread "$1" 'prepare --no-push')" \
    "$(against "$1" 'prepare --no-push' 'pull, last phase') of both"
  row "$1" 'both, and docker push' "$(spread "$1" 'pull, last phase, push')" ''
  row "$1" 'bin/ai-image prepare, which publishes' "$(spread "$1" prepare)" \
    "$(against "$1" prepare 'pull, last phase, push') of both and push, $(against "$1" prepare 'pull, last phase') of both"
  row "$1" 'docker build of the whole file' "$(spread "$1" 'docker build')" \
    "prepare --no-push takes $(against "$1" 'prepare --no-push' 'docker build') of it"
}

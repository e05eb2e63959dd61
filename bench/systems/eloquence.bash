# 25Eloquence: four images at once within a budget, then the services one stage after the other.
# shellcheck shell=bash disable=SC2154

readonly ELOQUENCE_SERVICES=(whisper-stt agent api-backend azure-tts)

eloquence() {
  local s=25Eloquence service waited=0 built=0 began together
  began=$(now_ms)
  all_services "$own/eloquence" --force
  together=$(($(now_ms) - began))
  for service in "${ELOQUENCE_SERVICES[@]}"; do
    built=$((built + $(report "$service" 'if .cache == "BUILT" then 1 else 0 end' 2>/dev/null || echo 0)))
    ! said "$service" 'needs a part of' || waited=$((waited + 1))
  done
  check "$s" 'images in parallel within a budget' \
    "$built built, two at a time ($waited waited), $(awk -v t="$together" 'BEGIN { printf "%.1f s", t / 1000 }')" \
    "$work/agent.log" is "$built:$((waited >= 2))" 4:1
  export MODELS=$own-models
  eloquence_start "$s"
  $short || eloquence_at_length "$s" "$together"
}

eloquence_start() {
  local s=$1 folder=$repository/examples/eloquence code=0
  WHISPER_CPUS=999 start_services eloquence-room "$folder" || code=$?
  check "$s" 'limits are checked before anything is started' "exit code $code: $(tail -n 1 "$work/eloquence-room.log")" \
    "$work/eloquence-room.log" is "$code" 27
  # This machine is smaller than the one that the file was written for.
  # shellcheck disable=SC2016  # the container's limits, not this machine's
  WHISPER_CPUS=1 WHISPER_MEMORY=1G start_services eloquence-start "$folder" --overcommit \
    --test 'azure-tts:test "$(cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null)" = 1073741824' \
    --test "api-backend:python3 -c \"import urllib.request as r; print(r.urlopen('http://127.0.0.1:8000/speech').read())\"" ||
    true
  check "$s" 'staged start with health checks' "$(services eloquence-start)" "$work/eloquence-start.log" \
    is "$(report eloquence-start '[.services.services[] | "\(.stage)\(.service)"] | sort | join(" ")')" \
    '1azure-tts 1whisper-stt 2api-backend 3agent'
  check "$s" 'limits are passed on; tested' "azure-tts sees the 1 GiB of its file; $(report eloquence-start '.services.tests | map(select(.passed)) | length') tests passed" \
    "$work/eloquence-start.log" is "$(report eloquence-start '[.services.tests[].passed] == [true, true]')" true
  check "$s" 'resource use reported' \
    "$(report eloquence-start '[.services.services[] | "\(.service) \(.peakMemory / 1000000 | round) MB"] | join(", ")')" \
    "$work/eloquence-start.log" is "$(report eloquence-start '[.services.services[].peakMemory | select(. == null)] | length')" 0
  local left
  left=$(docker ps --all --quiet --filter "ancestor=$(image_of eloquence/agent)" | wc -l)
  check "$s" 'everything stopped afterwards' "$left containers left" "$work/eloquence-start.log" is "$left" 0
}

# all_services REPOSITORY OPTION…: prepares all at once; two of them fit in.
all_services() {
  local repositories=$1 service runs=()
  shift
  for service in "${ELOQUENCE_SERVICES[@]}"; do
    image=$repositories/$service prepare_service "$service" --needs cpus=1 --budget cpus=2 "$@" &
    runs+=($!)
  done
  for service in "${runs[@]}"; do
    wait "$service" || true
  done
}

prepare_service() {
  local service=$1
  shift
  prepare "$service" "${eloquence_folder:-$repository/examples/eloquence}/$service" \
    --build-arg "TORCH_INDEX_URL=$index/cpu" --pull missing "$@"
}

eloquence_at_length() {
  local s=$1 together=$2 service began alone again
  began=$(now_ms)
  for service in "${ELOQUENCE_SERVICES[@]}"; do
    image=$own/alone/$service prepare_service "$service" --force || true
  done
  alone=$(($(now_ms) - began))
  figure "$s" 'four at once instead of one after the other' "$(less "$together" "$alone")"

  cp -r "$repository/examples/eloquence" "$work/eloquence"
  for service in "${ELOQUENCE_SERVICES[@]}"; do
    printf '\n# A change of the code.\n' >>"$work/eloquence/$service/service.py"
  done
  began=$(now_ms)
  eloquence_folder=$work/eloquence all_services "$own/eloquence"
  again=$(($(now_ms) - began))
  check "$s" 'build time 40 to 60 % less by the cache: all four after a change of their code' \
    "$(less "$again" "$together")" "$work/agent.log" test $((100 * again)) -le $((60 * together))
  eloquence_compared "$s"
  eloquence_failing "$s"
  eloquence_cleaned "$s"
}

# One that dies at once: what is said of it, and what becomes of the others.
eloquence_failing() {
  local s=$1 folder=$work/eloquence code=0 log=$work/eloquence-failing.log
  sed '/^  api-backend:/a\    command: [python3, -c, "raise SystemExit(\x27no configuration\x27)"]' \
    "$repository/examples/eloquence/compose.yaml" >"$folder/compose.yaml"
  WHISPER_CPUS=1 WHISPER_MEMORY=1G start_services eloquence-failing "$folder" --overcommit || code=$?
  check "$s" 'a service that fails is named, with the end of its log' \
    "exit code $code; $(report eloquence-failing '.services.services[] | select(.result == "FAILED") | "\(.service): \(.message); last line: \(.lastLines | last); not started: \(.waiting | join(", "))"')" \
    "$log" is "$code:$(report eloquence-failing '[.services.services[] | select(.result == "FAILED") | .lastLines[]] | join(" ")')" \
    '26:no configuration'
}

# An image that is older than the limit, with and without the room that was asked for.
eloquence_cleaned() {
  local s=$1 repositories=$own/old left
  old_image "$repositories"
  clean_old roomy "$repositories" 1kB
  left=$(docker image ls --quiet "$repositories" | wc -l)
  clean_old short "$repositories" 9000000GB
  check "$s" 'old images go before the disk is short' \
    "with room enough $(report roomy '.cleaning.removed | length') removed; else $(report short '.cleaning.removed | length')" "$work/short.log" \
    is "$left:$(docker image ls --quiet "$repositories" | wc -l)" 1:0
}

# clean_old NAME REPOSITORY SIZE
clean_old() {
  "$AI_IMAGE" clean --builder docker --image "$2" --keep 0 --until-free "$3" --report "$work/$1.json" >"$work/$1.log" 2>&1 || true
}

# old_image REPOSITORY: as prepare would have left it years ago.
old_image() {
  local folder=$work/old
  mkdir "$folder"
  tar -cf "$folder/layer.tar" -C "$repository" LICENSE
  printf '{"created":"2020-01-01T00:00:00Z","architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' \
    "$(sha256sum "$folder/layer.tar" | cut -d ' ' -f 1)" >"$folder/config.json"
  printf '[{"Config":"config.json","RepoTags":["%s:key-%s"],"Layers":["layer.tar"]}]' \
    "$1" "$(sha256sum <<<"$1" | cut -d ' ' -f 1)" >"$folder/manifest.json"
  tar -c -C "$folder" config.json manifest.json layer.tar | docker load >&2
}

# What stages and limits change, on a machine whose services are small.
eloquence_compared() {
  local s=$1 folder=$work/eloquence
  sed -E '/^    depends_on:|^      (whisper-stt|azure-tts|api-backend):|^        condition:/d' \
    "$repository/examples/eloquence/compose.yaml" >"$folder/compose.yaml"
  WHISPER_CPUS=1 WHISPER_MEMORY=1G start_services eloquence-at-once "$folder" --overcommit || true
  figure "$s" 'start 30 to 50 % quicker by stages' \
    "all ready after $(ready eloquence-start); all at once $(ready eloquence-at-once)"
  local fetched again
  fetched=$(model_age)
  sed '/^    deploy:/,/memory:/d' "$repository/examples/eloquence/compose.yaml" >"$folder/compose.yaml"
  start_services eloquence-no-limits "$folder" || true
  again=$(model_age)
  check "$s" 'started again, with the models of the last start in a volume' "fetched at ${fetched:11:8}; after two more starts it is that of ${again:11:8}" \
    "$work/eloquence-no-limits.log" test -n "$fetched" -a "$fetched" = "$again"
  figure "$s" 'memory 20 to 30 % less by limits' \
    "together $(peak eloquence-start) MB; without limits $(peak eloquence-no-limits) MB"
}

# less MS MS: the first in words, and how much less than the second it is.
less() {
  awk -v t="$1" -v a="$2" 'BEGIN { printf "%.1f s instead of %.1f s: %.0f %% less", t / 1000, a / 1000, 100 - 100 * t / a }'
}

# ready NAME: from the first start until all were ready.
ready() {
  report "$1" '[.services.services[]] | (map(.startMs + .readyAfterMs) | max) - (map(.startMs) | min) | "\(. / 100 | round / 10) s"'
}

# When the model that is in the volume was written.
model_age() {
  docker run --rm --network none --volume "$own-models:/models" "$(image_of eloquence/whisper-stt)" \
    stat --format %y /models/base.pt || true
}

# peak NAME: of all services together.
peak() {
  report "$1" '[.services.services[].peakMemory] | add / 1000000 | round'
}

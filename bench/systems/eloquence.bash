# 25Eloquence: four images at once within a budget, then the services one stage after the other.
# shellcheck shell=bash disable=SC2154

readonly ELOQUENCE_SERVICES=(whisper-stt agent api-backend azure-tts)

eloquence() {
  local s=25Eloquence service waited=0 built=0 began together
  began=$(now_ms)
  all_services 'cpus=1' "$own/eloquence"
  together=$(($(now_ms) - began))
  for service in "${ELOQUENCE_SERVICES[@]}"; do
    built=$((built + $(report "$service" 'if .cache == "BUILT" then 1 else 0 end' 2>/dev/null || echo 0)))
    ! said "$service" 'needs a part of' || waited=$((waited + 1))
  done
  check "$s" 'images in parallel within a budget' \
    "$built built, two at a time ($waited waited), $(awk -v t="$together" 'BEGIN { printf "%.1f s", t / 1000 }')" \
    "$work/agent.log" is "$built:$((waited >= 2))" 4:1
  eloquence_start "$s"
  $short || eloquence_at_length "$s" "$together"
}

eloquence_start() {
  local s=$1 folder=$repository/examples/eloquence code=0
  WHISPER_CPUS=999 start_services eloquence-room "$folder" || code=$?
  check "$s" 'limits are checked before anything is started' "exit code $code: $(tail -n 1 "$work/eloquence-room.log")" \
    "$work/eloquence-room.log" is "$code" 27
  # This machine is smaller than the one that the file was written for.
  WHISPER_CPUS=1 WHISPER_MEMORY=1G start_services eloquence-start "$folder" --overcommit \
    --test "api-backend:python3 -c \"import urllib.request as r; print(r.urlopen('http://127.0.0.1:8000/speech').read())\"" ||
    true
  check "$s" 'staged start with health checks' "$(services eloquence-start)" "$work/eloquence-start.log" \
    is "$(report eloquence-start '[.services.services[] | "\(.stage)\(.service)"] | sort | join(" ")')" \
    '1azure-tts 1whisper-stt 2api-backend 3agent'
  check "$s" 'resource use reported' \
    "$(report eloquence-start '[.services.services[] | "\(.service) \(.peakMemory / 1000000 | round) MB"] | join(", ")')" \
    "$work/eloquence-start.log" is "$(report eloquence-start '[.services.services[].peakMemory | select(. == null)] | length')" 0
  local left
  left=$(docker ps --all --quiet --filter "ancestor=$(image_of eloquence/agent)" | wc -l)
  check "$s" 'everything stopped afterwards' "$left containers left" "$work/eloquence-start.log" is "$left" 0
}

# all_services NEEDS REPOSITORY: prepares all at once; two of them fit in.
all_services() {
  local service runs=()
  for service in "${ELOQUENCE_SERVICES[@]}"; do
    image=$2/$service prepare_service "$service" --needs "$1" --budget cpus=2 &
    runs+=($!)
  done
  for service in "${runs[@]}"; do
    wait "$service" || true
  done
}

prepare_service() {
  local service=$1
  shift
  prepare "$service" "$repository/examples/eloquence/$service" --build-arg "TORCH_INDEX_URL=$index/cpu" --force \
    --pull missing "$@"
}

eloquence_at_length() {
  local s=$1 together=$2 service began alone
  began=$(now_ms)
  for service in "${ELOQUENCE_SERVICES[@]}"; do
    image=$own/alone/$service prepare_service "$service" || true
  done
  alone=$(($(now_ms) - began))
  check "$s" 'build time 40 to 60 % less' \
    "$(awk -v t="$together" -v a="$alone" 'BEGIN { printf "%.0f %% less than one after the other (%.1f s)", 100 - 100 * t / a, a / 1000 }')" \
    "$work/agent.log" test "$together" -lt "$alone"
}

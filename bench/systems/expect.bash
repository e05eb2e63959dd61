# What the systems share. A row is printed for each promise; one that does not hold marks the whole as failed.
# shellcheck shell=bash disable=SC2154  # run sets $work, $own, $index, $short and $repository

# held SYSTEM PROMISE MEASURED
held() {
  row "$1" "$2" "$3" '✓'
}

# figure SYSTEM PROMISE MEASURED: what a small machine with stand-ins can neither confirm nor refute.
figure() {
  row "$1" "$2" "$3" '–'
}

# broken SYSTEM PROMISE MEASURED [LOG]
broken() {
  row "$1" "$2" "$3" '✗'
  : >"$work/failed"
  if [[ -e ${4-} ]]; then
    tail -n 30 "$4" >&2
  fi
}

# check SYSTEM PROMISE MEASURED LOG COMMAND…: whether the command succeeds decides.
check() {
  local system=$1 promise=$2 measured=$3 log=$4
  shift 4
  if "$@"; then
    held "$system" "$promise" "$measured"
  else
    broken "$system" "$promise" "$measured" "$log"
  fi
}

# prepare NAME CONTEXT OPTION…: log and report are $work/NAME.log and $work/NAME.json,
# the image is $image, or else $own/NAME.
prepare() {
  local name=$1 context=$2
  shift 2
  "$AI_IMAGE" prepare --context "$context" --image "${image:-$own/$name}" --registry "$AI_IMAGE_TEST_REGISTRY" --network host \
    --build-arg "BASE=$AI_IMAGE_TEST_PYTHON" --build-arg "PIP_INDEX_URL=$index/${mirror:-simple}" \
    --report "$work/$name.json" "$@" >"$work/$name.log" 2>&1
}

# as_another_agent COMMAND…: with nothing that a run on this machine has noted.
as_another_agent() {
  local state
  state=$(mktemp -d "$work/state.XXXXXX")
  AI_IMAGE_STATE=$state "$@"
}

# fault TEXT TIMES: files whose path has the text stop midway, that often.
fault() {
  printf 'hang %s %s\n' "$1" "$2" >"$work/index/faults"
}

no_fault() {
  rm -f "$work/index/faults"
}

# report NAME FILTER: from the report of a run.
report() {
  jq -r "$2" "$work/$1.json"
}

is() {
  [[ $1 == "$2" ]]
}

said() {
  grep -qF -- "$2" "$work/$1.log"
}

seconds() {
  report "$1" '.durationMs' | awk '{ printf "%.1f s", $1 / 1000 }'
}

built_phases() {
  report "$1" '[.phases[] | select(.cache == "BUILT") | .name] | join(", ")'
}

# image_of NAME: the tag that its run has set.
image_of() {
  printf '%s/%s/%s:latest' "$AI_IMAGE_TEST_REGISTRY" "$own" "$1"
}

# megabytes IMAGE: unpacked.
megabytes() {
  { docker image inspect --format '{{.Size}}' "$1" || true; } | awk '{ printf "%.0f", $1 / 1000000 }'
}

# start_services NAME FOLDER OPTION…: those of its Compose file, from the images that this run has made.
start_services() {
  local name=$1 folder=$2
  shift 2
  REGISTRY=$AI_IMAGE_TEST_REGISTRY/$own "$AI_IMAGE" start --file "$folder/compose.yaml" --free-ports \
    --report "$work/$name.json" "$@" >"$work/$name.log" 2>&1
}

# services NAME: each with how it went.
services() {
  report "$1" '[.services.services[] | "\(.service) \(.result | ascii_downcase)\(if .readyAfterMs then " after \(.readyAfterMs / 100 | round / 10) s" else "" end)"] | join(", ")'
}

# Times of whole processes: $RESULTS/$NUMBERS has them all, as name of the bench, case and number.
# shellcheck shell=bash disable=SC2154  # bench/cache and its like set $registry, $work, $RESULTS and $NUMBERS

# fresh_engine COMMAND…: the time in ms of each, one a line, on an engine that has seen nothing.
fresh_engine() {
  AI_IMAGE_REGISTRY=$registry "$repository/bin/lab" run --private-engine "$repository/bench/lib/times" "$@"
}

# interleaved NAME RUNS CASE COMMAND CASE COMMAND…: one of each in turn, so that other work on the machine meets all
# alike. Each finds the number of its turn in $round; turn 0 warms up.
interleaved() {
  local name=$1 runs=$2 cases=("${@:3}") round number start
  for ((round = 0; round <= runs; round++)); do
    for ((number = 0; number < ${#cases[@]}; number += 2)); do
      start=$(now_ms)
      eval "${cases[number + 1]}" >"$work/output" 2>&1 </dev/null || {
        cat "$work/output" >&2
        fail "this failed: ${cases[number + 1]}"
      }
      ((round == 0)) || record "$name" "${cases[number]}" $(($(now_ms) - start))
    done
  done
}

# record NAME CASE NUMBER
record() {
  printf '%s\t%s\t%s\n' "$@" >>"$RESULTS/$NUMBERS"
}

# values NAME CASE: in the order in which they were recorded, on one line.
values() {
  awk -F '\t' -v name="$1" -v what="$2" '$1 == name && $2 == what { printf "%s%s", gap, $3; gap = ", " }' "$RESULTS/$NUMBERS"
}

spread() {
  values "$@" | sed 's/, /\n/g' | sort -n | awk '{ value[NR] = $1 }
    END { printf "%d ms (%d to %d)", value[int((NR + 1) / 2)], value[1], value[NR] }'
}

# against NAME CASE OTHER: the median of the ratios within each turn.
against() {
  paste <(values "$1" "$2" | sed 's/, /\n/g') <(values "$1" "$3" | sed 's/, /\n/g') |
    awk '{ printf "%.3f\n", $1 / $2 }' | median | awk '{ printf "×%.2f", $1 }'
}

# traffic COMMAND…: what the registry was asked meanwhile, by its own log.
traffic() {
  local before
  before=$(wc -l <"$work/registry/registry.log")
  "$@" >&2
  tail -n "+$((before + 1))" "$work/registry/registry.log" | awk '
    / "(GET|HEAD|POST|PATCH|PUT) \/v2\// { requests++ }
    / "PATCH \/v2\/[^ ]*\/blobs\// || / "PUT \/v2\/[^ ]*\/blobs\// { uploads++ }
    / "POST \/v2\/[^ ]*[?&]mount=[^ ]* HTTP\/[0-9.]*" 201 / { mounts++ }
    END { printf "%d requests, %d blobs mounted, %d sent\n", requests, mounts, uploads }'
}

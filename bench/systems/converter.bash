# ModelScope/ONNX converter: one RUN that hangs, as it was; found, split, and built.
# shellcheck shell=bash disable=SC2154

modelscope_onnx() {
  local s='ModelScope converter' folder=$work/converter log=$work/lint.log code=0
  cp -r "$repository/examples/modelscope-onnx" "$folder"

  "$AI_IMAGE" lint --tools none --format json --output "$work/lint.json" "$folder/Dockerfile" >"$log" 2>&1 || code=$?
  local found
  found=$(jq -r '[.. | objects | .rule? // empty] | unique | join(" ")' "$work/lint.json")
  check "$s" 'found: several groups in one RUN, no time-out, lost bounds, a failure made a success' "exit code $code: $found" "$log" \
    all_in "$found" AI001 AI002 AI003 AI004 AI005

  "$AI_IMAGE" lint --tools none --fix "$folder/Dockerfile" >"$log" 2>&1 || true
  check "$s" '--fix writes the better file' \
    "$(grep -c '^RUN' "$folder/Dockerfile") RUN instructions, $(grep -c '^# phase:' "$folder/Dockerfile") phases" "$log" \
    test "$(grep -c '^# phase:' "$folder/Dockerfile")" -ge 4

  # The hang after "Successfully installed torch": the next group never comes to its end.
  fault /modelscope/ 1
  prepare converter "$folder" --file "$folder/Dockerfile" --build-arg "TORCH_INDEX_URL=$index/cpu" --phase transformers:stall=5s \
    --pull missing || true
  no_fault
  check "$s" 'a hang after torch is found, named and survived' \
    "$(report converter '[.phases[] | select(.attempts > 1) | .name + ": " + (.failures[0].cause | ascii_downcase) + ", " + (.failures[0].subject // (.failures[0].lastLines | last | split("/") | last | split(" ") | first))] | join("; ")'), built on attempt 2" \
    "$work/converter.log" is "$(report converter '[.phases[] | select(.attempts > 1)] | length'):$(report converter .cache)" 1:BUILT
  local versions
  versions=$(docker run --rm --network none "$(image_of converter)" python3 convert.py 2>&1 || true)
  check "$s" 'all packages are there, with their bounds' "$(wc -l <<<"$versions") modules imported" "$work/converter.log" \
    is "$(wc -l <<<"$versions")" 7
  $short || converter_at_length "$s"
}

converter_at_length() {
  local s=$1 log=$work/asitwas.log code=0 files imported
  # Without the cache mount, which not every docker client knows.
  mkdir "$work/asitwas"
  sed 's/^RUN --mount=[^ ]*/RUN/' "$repository/examples/modelscope-onnx/Dockerfile" >"$work/asitwas/Dockerfile"
  cp "$repository/examples/modelscope-onnx/convert.py" "$work/asitwas"
  fault /modelscope/ 99
  docker build --network host --force-rm -t "$own/asitwas" --build-arg "BASE=$AI_IMAGE_TEST_PYTHON" \
    --build-arg "PIP_INDEX_URL=$index/simple" --build-arg "TORCH_INDEX_URL=$index/cpu" \
    "$work/asitwas" >"$log" 2>&1 || code=$?
  no_fault
  imported=$(docker run --rm --network none "$own/asitwas" python3 convert.py 2>&1 | tail -n 1 || true)
  check "$s" 'before: the build "succeeds" without the packages' "exit code $code; then $imported" "$log" \
    is "$code:${imported%%:*}" 0:ModuleNotFoundError
  files=$(docker run --rm --network none "$own/asitwas" sh -c 'ls /app' | grep '^=' | tr '\n' ' ' || true)
  check "$s" 'before: a bound without quotes is a file' "/app has $files" "$log" test -n "$files"
}

# all_in LIST WORD…
all_in() {
  local list=" $1 " word
  shift
  for word in "$@"; do
    [[ $list == *" $word "* ]] || return 1
  done
}

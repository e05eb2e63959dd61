# Agent Loop: several targets of one Dockerfile, the rules DK001 to DK007, training on a GPU.
# shellcheck shell=bash disable=SC2154

agent_loop() {
  local s='Agent Loop' context=$repository/examples/agent-loop log=$work/loop-lint.log code=0 found
  local cpu=(--file "$context/Dockerfile" --build-arg "TORCH_INDEX_URL=$index/cpu")
  # Compilers by the hundred megabytes only where there is time for them.
  $short && cpu+=(--build-arg BUILD_TOOLS=make)

  "$AI_IMAGE" lint --tools none --format sarif --output "$work/loop.sarif" "$context/Dockerfile.before" >"$log" 2>&1 || true
  found=$(jq -r '[.runs[].results[] | .ruleId + ":" + (.locations[0].physicalLocation.region.startLine | tostring)] | sort | map(select(startswith("DK"))) | unique | join(" ")' "$work/loop.sarif")
  check "$s" 'DK001 to DK007, with their lines' "$found" "$log" \
    all_in "$(tr ' ' '\n' <<<"$found" | cut -d : -f 1 | tr '\n' ' ')" DK001 DK002 DK003 DK004 DK005 DK006 DK007
  "$AI_IMAGE" lint --tools none --fail-on warning "$context/Dockerfile" >"$log" 2>&1 || code=$?
  check "$s" 'the file of today passes them' "exit code $code" "$log" is "$code" 0

  prepare loop "$context" "${cpu[@]}" --target runtime --pull missing --smoke-test 'python3 -c "import app.main, torch"' || true
  check "$s" 'target runtime' "built: $(built_phases loop), $(seconds loop)" "$work/loop.log" is "$(report loop .cache)" BUILT
  image=$own/loop prepare loop-test "$context" "${cpu[@]}" --tag test --target test || true
  check "$s" 'target test goes on from it' "$(report loop-test .cache): $(built_phases loop-test)" "$work/loop-test.log" \
    is "$(report loop-test .cache)" RESUMED
  image=$own/loop prepare loop-dev "$context" "${cpu[@]}" --tag development --target development || true
  check "$s" 'target development is then there' "$(report loop-dev .cache), $(seconds loop-dev)" "$work/loop-dev.log" \
    test "$(report loop-dev .cache)" != BUILT
  image=$own/loop prepare loop-builder "$context" "${cpu[@]}" --tag builder --target builder --pull missing || true
  local builder runtime base
  base=$(megabytes "$AI_IMAGE_TEST_PYTHON")
  builder=$(megabytes "$AI_IMAGE_TEST_REGISTRY/$own/loop:builder") runtime=$(megabytes "$(image_of loop)")
  check "$s" 'runtime about 60 % smaller than builder' \
    "$runtime MB instead of $builder MB, above the base image of $base MB: $(awk -v r=$((runtime - base)) -v b=$((builder - base)) 'BEGIN { printf "%.0f %% less", 100 - 100 * r / b }')" \
    "$work/loop-builder.log" test "$runtime" -lt "$builder"
  $short || loop_at_length "$s" "$context"
}

loop_at_length() {
  local s=$1 context=$2 version
  prepare training "$context" --file "$context/Dockerfile" --target training --pull missing \
    --build-arg "TRAINING_BASE=$AI_IMAGE_TEST_PYTHON" --build-arg "TRAINING_INDEX_URL=$index/cu118" \
    --build-arg TRAINING_TORCH=2.7.1+cu118 --smoke-test 'python3 -c "import torch, peft, bitsandbytes"' || true
  version=$(docker run --rm --network none "$(image_of training)" || true)
  check "$s" "training: CUDA's base, index and version are parameters" "torch $version; no GPU here, so nothing was trained" \
    "$work/training.log" is "$version" 2.7.1+cu118
}

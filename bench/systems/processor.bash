# AI security processor: three phases, torch for the CPU with a fallback, the GPU as a parameter, a mirror.
# shellcheck shell=bash disable=SC2154

ai_security_processor() {
  local s='AI security processor' context=$repository/examples/ai-security-processor
  local cpu=(--build-arg "TORCH_INDEX_URL=$index/cpu")
  local gates=(--smoke-test 'python3 -c "import torch"' --smoke-test 'python3 -c "import transformers"' --max-size 2GB)

  fault /torch/ 1
  prepare processor "$context" "${cpu[@]}" "${gates[@]}" --pull missing --phase torch:stall=5s || true
  check "$s" 'a download that stops does not fail the build (before: ReadTimeoutError after 8.7 min)' \
    "torch: $(report processor '[.phases[].failures[].cause] | join(", ") | ascii_downcase'), built on attempt $(report processor '.phases[0].attempts')" \
    "$work/processor.log" is "$(report processor '.cache')" BUILT
  no_fault
  check "$s" 'three phases' "$(built_phases processor)" "$work/processor.log" \
    is "$(built_phases processor)" 'torch, transformers, light'
  local limits='time-out 16m 40s, stall limit 5.0 s, retries 5'
  check "$s" '1000 s for torch instead of 15 s for each read, and 5 retries instead of none' \
    "$(grep -m 1 -o 'time-out [^)]*' "$work/processor.log" || true)" "$work/processor.log" \
    said processor "$limits"
  check "$s" 'the checklist: imports work, below 2 GB, pushed' \
    "2 smoke tests, $(megabytes "$(image_of processor)") MB, $(report processor '.reference' | sed 's/.*@\(sha256:.\{12\}\).*/\1…/')" \
    "$work/processor.log" is "$(report processor '.published')" true
  check "$s" 'the log of a build' '✅ AI Processor image built successfully' "$work/processor.log" \
    said processor '✅ AI Processor image built successfully'
  as_another_agent prepare processor "$context" "${cpu[@]}" "${gates[@]}" || true
  check "$s" 'second run from the registry: 10 s instead of 5 min' "$(seconds processor), $(report processor '.cache')" \
    "$work/processor.log" is "$(report processor '.cache')" HIT
  check "$s" 'the log of a hit' '✅ Using cached AI Processor image from registry' "$work/processor.log" \
    said processor '✅ Using cached AI Processor image from registry'

  cp -r "$context" "$work/changed"
  printf 'pandas==2.3.3\n' >>"$work/changed/requirements-light.txt"
  as_another_agent prepare processor "$work/changed" "${cpu[@]}" || true
  check "$s" 'a changed light package leaves the heavy ones alone' "built: $(built_phases processor), $(seconds processor)" \
    "$work/processor.log" is "$(built_phases processor)" light

  prepare gpu "$context" --build-arg "TORCH_INDEX_URL=$index/cu118" --build-arg TORCH_VERSION=2.7.1+cu118 \
    --pull missing || true
  local version
  version=$(docker run --rm --network none "$(image_of gpu)" python3 -c 'import torch; print(torch.__version__)' || true)
  check "$s" 'the GPU variant is a parameter' "torch $version, $(megabytes "$(image_of gpu)") MB" "$work/gpu.log" \
    is "$version" 2.7.1+cu118
  $short || processor_at_length "$s" "$context" "${cpu[@]}"
}

processor_at_length() {
  local s=$1 context=$2
  shift 2
  local log=$work/plain.log code=0
  fault /torch/ 1
  printf 'FROM %s\nENV PIP_BREAK_SYSTEM_PACKAGES=1\nRUN pip install --index-url %s torch==2.9.1 transformers numpy pyyaml requests\n' \
    "$AI_IMAGE_TEST_PYTHON" "$index/simple" |
    docker build --network host --force-rm -t "$own/plain" - >"$log" 2>&1 || code=$?
  no_fault
  check "$s" 'before: one RUN dies of a download that stops' "exit code $code: $(grep -o 'ReadTimeoutError' "$log" | head -n 1)" \
    "$log" grep -q ReadTimeoutError "$log"

  prepare fallback "$context" --build-arg TORCH_INDEX_URL=http://127.0.0.1:9/cpu \
    --phase "torch:fallback=TORCH_INDEX_URL=$index/simple" \
    --pull missing || true
  check "$s" 'with the index of PyTorch down, PyPI' \
    "$(report fallback '.phases[0].fallback'), $(megabytes "$(image_of fallback)") MB" "$work/fallback.log" \
    is "$(report fallback '.cache')" BUILT
  local base cpu pypi
  base=$(megabytes "$AI_IMAGE_TEST_PYTHON")
  cpu=$(($(megabytes "$(image_of processor)") - base)) pypi=$(($(megabytes "$(image_of fallback)") - base))
  check "$s" 'torch 75 % smaller for the CPU' \
    "all packages $cpu MB instead of $pypi MB: $((100 - 100 * cpu / pypi)) % less" "$work/fallback.log" \
    test $((100 * cpu)) -lt $((30 * pypi))

  prepare cpu "$context" "$@" --force --pull missing || true
  prepare pypi "$context" --build-arg "TORCH_INDEX_URL=$index/simple" --force --pull missing || true
  cpu=$(report cpu '.phases[0].durationMs') pypi=$(report pypi '.phases[0].durationMs')
  figure "$s" 'torch 75 % quicker for the CPU' \
    "$(awk -v c="$cpu" -v p="$pypi" 'BEGIN { printf "%.1f s instead of %.1f s: %.0f %% less", c / 1000, p / 1000, 100 - 100 * c / p }')"

  : >"$work/index/log"
  mirror=mirror image=$own/processor prepare mirror "$context" "$@" || true
  local asked
  asked=$(grep -c '^/simple/' "$work/index/log" || true)
  check "$s" 'a PyPI mirror is a parameter' "built: $(built_phases mirror); PyPI asked $asked times" "$work/mirror.log" \
    is "$asked:$(report mirror '.cache')" 0:RESUMED
}

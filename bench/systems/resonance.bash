# Resonance Liminal backend: diagnosed before it is built, built in layers that last, started and tested.
# shellcheck shell=bash disable=SC2154

resonance_liminal() {
  local s='Resonance Liminal' context=$work/resonance
  cp -r "$repository/examples/resonance-liminal" "$context"
  resonance_diagnosis "$s" "$context"
  resonance_images "$s" "$context"
  resonance_start "$s" "$context"
}

# What a folder of a team has beside the sources, and lists of packages that are still one.
resonance_diagnosis() {
  local s=$1 cluttered=$work/cluttered log=$work/diagnosis.log sent left
  cp -r "$2" "$cluttered"
  rm "$cluttered"/requirements.{base,ml}.txt
  mkdir -p "$cluttered"/{.git,.venv/lib,node_modules/left-pad,__pycache__,models}
  local file
  for file in .git/pack .venv/lib/libtorch.so node_modules/left-pad/index.js __pycache__/main.pyc models/base.pt; do
    head -c 4000000 /dev/urandom >"$cluttered/$file"
  done
  diagnose diagnosis "$cluttered" --write-ignore --split-requirements
  sent=$(report diagnosis '.diagnosis.context.bytes')
  check "$s" 'the context by folder, and what .dockerignore would save' \
    "$((sent / 1000000)) MB; without a doubt $(report diagnosis '[.diagnosis.suggestions[] | select(.safe) | .pattern] | join(", ")'), perhaps $(report diagnosis '[.diagnosis.suggestions[] | select(.safe | not) | .pattern] | join(", ")')" \
    "$log" test "$(report diagnosis '.diagnosis.suggestions | length')" -ge 5
  check "$s" 'heavy libraries found' "$(report diagnosis '[.diagnosis.packages[].name] | join(", ")')" "$log" \
    all_in "$(report diagnosis '[.diagnosis.packages[].name] | join(" ")')" torch transformers
  check "$s" 'indexes reachable, and how fast' \
    "$(report diagnosis '[.diagnosis.indexes[] | if .error then .error else "answers after \(.firstByteMs) ms" end] | unique | join("; ")')" \
    "$log" is "$(report diagnosis '[.diagnosis.indexes[] | select(.error == null)] | length')" 2
  check "$s" 'requirements split in base and ml' \
    "$(wc -l <"$cluttered/requirements.base.txt") and $(wc -l <"$cluttered/requirements.ml.txt") packages" "$log" \
    cmp -s "$cluttered/requirements.base.txt" "$2/requirements.base.txt"
  diagnose diagnosis "$cluttered"
  left=$(report diagnosis '.diagnosis.context.bytes')
  check "$s" 'the .dockerignore that was written saves it' "$((left / 1000000)) MB instead of $((sent / 1000000)) MB" "$log" \
    test "$left" -lt $((sent / 2))
}

# diagnose NAME CONTEXT OPTION…
diagnose() {
  local name=$1 context=$2
  shift 2
  "$AI_IMAGE" diagnose --context "$context" --file "$context/Dockerfile.cached" --build-arg "PIP_INDEX_URL=$index/simple" \
    --build-arg "TORCH_INDEX_URL=$index/cpu" --report "$work/$name.json" "$@" >"$work/$name.log" 2>&1 || true
}

resonance_images() {
  local s=$1 context=$2
  local cached=(--file "$context/Dockerfile.cached" --build-arg "TORCH_INDEX_URL=$index/cpu")
  image=$own/resonance-liminal prepare resonance "$context" "${cached[@]}" --pull missing --smoke-test 'python3 -c "import main, torch, sklearn"' || true
  check "$s" 'light and heavy packages in layers of their own' "built: $(built_phases resonance), $(seconds resonance)" \
    "$work/resonance.log" is "$(built_phases resonance)" 'torch, ml, base, app'
  printf '\n# A change of the code.\n' >>"$context/main.py"
  image=$own/resonance-liminal prepare resonance "$context" "${cached[@]}" --pull missing || true
  check "$s" 'a changed file installs nothing again' "built: $(built_phases resonance), $(seconds resonance)" \
    "$work/resonance.log" is "$(built_phases resonance)" app
  $short && return
  printf 'pyyaml==6.0.3\n' >>"$context/requirements.base.txt"
  image=$own/resonance-liminal prepare resonance "$context" "${cached[@]}" --pull missing || true
  check "$s" 'a changed light package leaves the heavy ones alone' "built: $(built_phases resonance), $(seconds resonance)" \
    "$work/resonance.log" is "$(built_phases resonance)" 'base, app'
  local basic=(--file "$context/Dockerfile.basic")
  image=$own/resonance-basic prepare basic "$context" "${basic[@]}" || true
  printf 'ruff==0.14.1\n' >>"$context/requirements.txt"
  image=$own/resonance-basic prepare basic "$context" "${basic[@]}" || true
  check "$s" 'the basic variant installs all of them again' "built: $(built_phases basic), $(seconds basic)" \
    "$work/basic.log" is "$(built_phases basic)" 'packages, app'
}

resonance_start() {
  local s=$1 context=$2
  start_services resonance-start "$context" \
    --test "backend:python3 -c \"import urllib.request as r; print(r.urlopen('http://127.0.0.1:8000/resonance').read())\""
  check "$s" 'started after the build, tested after the start' \
    "$(services resonance-start), $(report resonance-start '.services.tests | map(select(.passed)) | length') test passed" \
    "$work/resonance-start.log" is "$(report resonance-start '[.services.tests[].passed] == [true]')" true
}

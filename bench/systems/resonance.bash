# Resonance Liminal backend: diagnosed before it is built, built in two variants, started and tested.
# shellcheck shell=bash disable=SC2154

resonance_liminal() {
  local s='Resonance Liminal' context=$work/resonance
  cp -r "$repository/examples/resonance-liminal" "$context"
  resonance_images "$s" "$context"
}

resonance_images() {
  local s=$1 context=$2
  local cached=(--file "$context/Dockerfile.cached" --build-arg "TORCH_INDEX_URL=$index/cpu")
  prepare resonance "$context" "${cached[@]}" --pull missing --smoke-test 'python3 -c "import main, torch, sklearn"' || true
  check "$s" 'light and heavy packages in layers of their own' "built: $(built_phases resonance), $(seconds resonance)" \
    "$work/resonance.log" is "$(built_phases resonance)" 'torch, ml, base, app'
  printf '\n# A change of the code.\n' >>"$context/main.py"
  prepare resonance "$context" "${cached[@]}" --pull missing || true
  check "$s" 'a changed file installs nothing again' "built: $(built_phases resonance), $(seconds resonance)" \
    "$work/resonance.log" is "$(built_phases resonance)" app
  printf 'pyyaml==6.0.3\n' >>"$context/requirements.base.txt"
  prepare resonance "$context" "${cached[@]}" --pull missing || true
  check "$s" 'a changed light package leaves the heavy ones alone' "built: $(built_phases resonance), $(seconds resonance)" \
    "$work/resonance.log" is "$(built_phases resonance)" 'base, app'
}

# How the image of examples/quickstart is prepared.
# shellcheck shell=bash

readonly QUICKSTART_IMAGE=ai-quickstart

# quickstart_recipe REPOSITORY: sets $recipe to the options of `ai-image prepare`; in the lab.
quickstart_recipe() {
  local flavour=debian
  if answers https://pypi.org/simple/torch/ && answers https://download.pytorch.org/whl/cpu/; then
    flavour=pypi
    say 'PyPI answers: packages come from there.'
  else
    say 'PyPI does not answer: packages come from Debian.'
  fi
  # shellcheck disable=SC2034  # for the caller
  recipe=(
    --context "$1/examples/quickstart"
    --file "$1/examples/quickstart/Dockerfile.$flavour"
    --image "$QUICKSTART_IMAGE" --tag v1
    --registry "$AI_IMAGE_TEST_REGISTRY"
    --build-arg "BASE=$AI_IMAGE_TEST_BASE"
  )
}

answers() {
  curl -fs -m 5 -o /dev/null "$1"
}

# A Python image in the registry: the base image with Debian's own pip and git, as recipes of AI images start from.
# shellcheck shell=bash disable=SC2154  # bin/lab sets $run, the folder of this run, and $registry

readonly PYTHON_REPOSITORY=ai-image-lab/python

provide_python() {
  python=$registry/$PYTHON_REPOSITORY:bookworm
  if has_manifest "$registry" "$PYTHON_REPOSITORY" bookworm; then
    return
  fi
  local tarball=${XDG_CACHE_HOME:-$HOME/.cache}/ai-image/lab/python.tar
  if [[ -e $tarball ]]; then
    docker load -q -i "$tarball" >/dev/null
  else
    build_python "$tarball"
  fi
  docker tag "$PYTHON_REPOSITORY:bookworm" "$python"
  docker push "$python" >/dev/null
}

build_python() {
  say "making a Python image (once a machine, about a minute): $1"
  if ! python_recipe | DOCKER_BUILDKIT=0 docker build --force-rm -t "$PYTHON_REPOSITORY:bookworm" - \
    >"$run/python.log" 2>&1; then
    tail -n 5 "$run/python.log" >&2
    fail 'the Python image could not be built; the last lines are above.'
  fi
  mkdir -p "$(dirname "$1")"
  docker save -o "$1.$$" "$PYTHON_REPOSITORY:bookworm"
  mv "$1.$$" "$1"
}

python_recipe() {
  cat <<END
FROM $base
RUN apt-get update -qq \\
 && apt-get install -qq -y --no-install-recommends python3-pip ca-certificates curl git \\
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb
END
}

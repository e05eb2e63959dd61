# An image store of our own for podman and buildah, so that nobody's is filled with the images of tests.
# shellcheck shell=bash disable=SC2154  # bin/lab sets $run, the folder of this run
#
# store.run in the folder $run names the folder of its running state, for another run to take away.

provide_store() {
  local program driver state
  program=$(type -P buildah podman | head -n 1) || true
  if [[ -z $program ]]; then
    return
  fi
  # Short, because podman allows that path 50 characters.
  state=$(mktemp -d /tmp/ai-image.XXXXXX)
  printf '%s\n' "$state" >"$run/store.run"
  mkdir -p "$run/store"
  export CONTAINERS_STORAGE_CONF=$run/store/storage.conf
  # Inside a container overlay is often not to be had.
  for driver in overlay vfs; do
    printf '[storage]\ndriver = "%s"\ngraphroot = "%s"\nrunroot = "%s"\n' \
      "$driver" "$run/store/$driver" "$state" >"$CONTAINERS_STORAGE_CONF"
    if "$program" info >/dev/null 2>&1; then
      return
    fi
  done
  say "lab: $program can have no store of its own; its tests are skipped or use yours"
  unset CONTAINERS_STORAGE_CONF
}

# stop_store RUN: takes away the store of that run, if it has one.
stop_store() {
  local state
  if [[ -e $1/store.run ]]; then
    state=$(<"$1/store.run")
    unmount_below "$1"
    unmount_below "$state"
    rm -rf "$state"
  fi
}

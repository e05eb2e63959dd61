# Waiting for conditions, and ending processes by their id.
# shellcheck shell=bash

# await SECONDS COMMAND…: true as soon as COMMAND is, false when it is not in time.
await() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    if ((SECONDS >= deadline)); then
      return 1
    fi
    sleep 0.1
  done
}

# Not by kill -0, which takes another user's process for none.
is_running() {
  [[ -n ${1-} && -d /proc/$1 ]]
}

has_ended() {
  ! is_running "$1"
}

# Asks a process to end, and after 30 s makes it.
end_process() {
  if is_running "${1-}"; then
    kill -TERM "$1" 2>/dev/null || true
    await 30 has_ended "$1" || kill -KILL "$1" 2>/dev/null || true
  fi
}

# Asks a process and all that descend from it to end.
terminate_tree() {
  local child
  for child in $(pgrep -P "$1" || true); do
    terminate_tree "$child"
  done
  kill -TERM "$1" 2>/dev/null || true
}

# Finds programs, and installs them from Debian's packages where that is allowed.
# shellcheck shell=bash

PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# The scripts' own failures, apart from those of the commands they run (as `timeout` and `docker run` do).
readonly OWN_FAILURE=125

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "$(basename "$0"): $*"
  exit "$OWN_FAILURE"
}

# need PROGRAM=PACKAGE[,PACKAGE]…: makes sure that every PROGRAM can be run.
need() {
  local pair packages=()
  for pair in "$@"; do
    type -P "${pair%%=*}" >/dev/null || packages+=("${pair#*=}")
  done
  if ((${#packages[@]} == 0)); then
    return
  fi
  IFS=, read -ra packages <<<"$(IFS=, && printf '%s' "${packages[*]}")"
  if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
    fail "missing on this machine: ${packages[*]}. Install them (only root on Debian or Ubuntu can have this done here)."
  fi
  say "installing ${packages[*]}"
  install_packages "${packages[@]}"
}

install_packages() (
  log=$(mktemp)
  policy=/usr/sbin/policy-rc.d
  if [[ -e $policy ]]; then
    check_service_policy "$policy"
    trap 'rm -f "$log"' EXIT
  else
    trap 'rm -f "$log" "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  export DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1
  install=(apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@")
  # The package lists are fetched only when the ones at hand do not do.
  if "${install[@]}" </dev/null >"$log" 2>&1; then
    exit 0
  fi
  if apt-get update -qq </dev/null >"$log" 2>&1 && "${install[@]}" </dev/null >>"$log" 2>&1; then
    exit 0
  fi
  tail -n 20 "$log" >&2
  fail "apt-get could not install $*."
)

# Debian's docker-registry would listen on every address from its installation on.
check_service_policy() {
  local answer=0
  "$1" docker-registry start >/dev/null 2>&1 || answer=$?
  if ((answer != 101)); then
    fail "$1 lets packages start services; make it exit 101, or install docker.io and docker-registry yourself."
  fi
}

# A registry of our own on loopback.
# shellcheck shell=bash disable=SC2154  # bin/lab sets $run, the folder of this run, and $registry

registry_answers() {
  curl -fs -m 3 -o /dev/null "http://$1/v2/" 2>/dev/null
}

# has_manifest HOST:PORT REPOSITORY TAG
has_manifest() {
  curl -fs -m 10 -o /dev/null -I \
    -H 'Accept: application/vnd.docker.distribution.manifest.v2+json' "http://$1/v2/$2/manifests/$3"
}

start_registry() {
  need docker-registry=docker-registry
  cat >"$run/registry.yml" <<END
version: 0.1
storage:
  filesystem:
    rootdirectory: $run/registry
  delete:
    enabled: true
http:
  addr: 127.0.0.1:0
END
  : >"$run/registry.log"
  setsid docker-registry serve "$run/registry.yml" >"$run/registry.log" 2>&1 </dev/null &
  printf '%s\n' $! >"$run/registry.pid"
  await 30 registry_listens_or_died || true
  registry=$(registry_address)
  if [[ -z $registry ]] || ! registry_answers "$registry"; then
    tail -n 5 "$run/registry.log" >&2
    fail "docker-registry did not start; its last lines are above."
  fi
}

registry_listens_or_died() {
  [[ -n $(registry_address) ]] || has_ended "$(<"$run/registry.pid")"
}

# The kernel chose the port (port 0); the log tells it.
registry_address() {
  sed -n 's/.*msg="listening on \(127\.0\.0\.1:[0-9]*\)".*/\1/p' "$run/registry.log" | head -n 1
}

stop_registry() {
  if [[ -e $1/registry.pid ]]; then
    end_process "$(<"$1/registry.pid")"
  fi
}

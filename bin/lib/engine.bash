# A container engine of our own, beside any other.
# shellcheck shell=bash disable=SC2154  # bin/lab sets $run, the folder of this run, and $registry
#
# What the engine consists of is written to the folder $run as it comes into being, so that another run can take
# away what a killed one left: engine.pid, engine.sockets (a folder), engine.bridge.

engine_answers() {
  [[ -n $(timeout 10 docker version --format '{{.Server.Version}}' 2>/dev/null) ]]
}

start_engine() {
  if ((EUID != 0)); then
    fail 'no container engine answers, and only root can start one: start Docker, set DOCKER_HOST, or run this as root.'
  fi
  need dockerd=docker.io docker=docker.io iptables=iptables ip=iproute2
  local sockets
  # Short, because a unix socket's path may have 108 characters.
  sockets=$(mktemp -d /tmp/ai-image.XXXXXX)
  printf '%s\n' "$sockets" >"$run/engine.sockets"
  add_bridge
  # Another engine keeps its rules: one that manages iptables flushes the chains of those before it, and one
  # without a bridge deletes docker0. Hence our own bridge and our own rules.
  setsid dockerd \
    --host "unix://$sockets/docker.sock" \
    --data-root "$run/engine" \
    --exec-root "$sockets/exec" \
    --pidfile "$sockets/docker.pid" \
    --bridge "$(<"$run/engine.bridge")" \
    --default-address-pool "base=$(networks_of "$(<"$run/engine.bridge")"),size=28" \
    --iptables=false \
    --containerd-namespace "ai-image-$$" \
    --containerd-plugins-namespace "ai-image-plugins-$$" \
    >"$run/dockerd.log" 2>&1 </dev/null &
  printf '%s\n' $! >"$run/engine.pid"
  unset DOCKER_CONTEXT DOCKER_TLS_VERIFY DOCKER_CERT_PATH
  export DOCKER_HOST=unix://$sockets/docker.sock
  await 60 engine_answers_or_died || true
  if ! engine_answers; then
    tail -n 5 "$run/dockerd.log" >&2
    fail "dockerd did not start; its last lines are above."
  fi
}

engine_answers_or_died() {
  engine_answers || has_ended "$(<"$run/engine.pid")"
}

# 198.18.0.0/15 is set aside for tests (RFC 2544): nothing routes there. The name carries the network's number, so
# that taking the name takes the network.
add_bridge() {
  local number bridge network
  for number in {0..255}; do
    bridge=aiimage$number network=198.18.$number
    if ip link add "$bridge" type bridge 2>/dev/null; then
      printf '%s\n' "$bridge" >"$run/engine.bridge"
      ip address add "$network.1/24" dev "$bridge" 2>/dev/null
      ip link set "$bridge" up
      change_rules -I "$bridge"
      return
    fi
  done
  fail "no free network bridge: aiimage0 to aiimage255 are taken; delete them with 'ip link delete'."
}

remove_bridge() {
  change_rules -D "$1" 2>/dev/null || true
  ip link delete "$1" 2>/dev/null || true
}

# networks_of BRIDGE: what the engine's other networks are taken from.
networks_of() {
  printf '198.19.%s.0/24' "${1#aiimage}"
}

# change_rules -I|-D BRIDGE: lets containers on the bridge reach the world, and those of other networks each other,
# whatever another engine has forbidden.
change_rules() {
  local network=198.18.${2#aiimage}.0/24 others
  others=$(networks_of "$2")
  iptables -w "$1" FORWARD -s "$others" -d "$others" -j ACCEPT
  iptables -w -t nat "$1" POSTROUTING -s "$network" ! -o "$2" -j MASQUERADE
  iptables -w "$1" FORWARD -i "$2" -j ACCEPT
  iptables -w "$1" FORWARD -o "$2" -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
}

# stop_engine RUN: ends the engine of that run, if it has one, and takes away everything that was its own.
stop_engine() {
  local sockets containerd
  if [[ -e $1/engine.sockets ]]; then
    sockets=$(<"$1/engine.sockets")
    containerd=$(cat "$sockets/exec/containerd/containerd.pid" 2>/dev/null || true)
    end_process "$(cat "$1/engine.pid" 2>/dev/null || true)"
    end_process "$containerd"
    unmount_below "$sockets"
    unmount_below "$1"
    rm -rf "$sockets"
  fi
  if [[ -e $1/engine.bridge ]]; then
    remove_bridge "$(<"$1/engine.bridge")"
  fi
}

unmount_below() {
  local folder
  folder=$(readlink -f "$1")
  # The kernel writes a space as \040 there.
  folder=${folder// /\\040}
  awk -v below="$folder/" 'index($2, below) == 1 { print $2 }' /proc/self/mounts | sort -r |
    while read -r mount; do
      umount -l "$(printf '%b' "$mount")" || true
    done
}

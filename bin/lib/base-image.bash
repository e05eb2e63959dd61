# A Debian bookworm image in the registry: from Docker Hub where it can be reached, else made with debootstrap.
# shellcheck shell=bash disable=SC2154  # bin/lab sets $run, the folder of this run, and $registry

readonly BASE_REPOSITORY=ai-image-lab/debian

provide_base() {
  base=$registry/$BASE_REPOSITORY:bookworm
  if has_manifest "$registry" "$BASE_REPOSITORY" bookworm; then
    return
  fi
  if docker_hub_answers && docker pull -q debian:bookworm-slim >/dev/null; then
    docker tag debian:bookworm-slim "$base"
  else
    local tarball=${XDG_CACHE_HOME:-$HOME/.cache}/ai-image/lab/bookworm.tar
    [[ -e $tarball ]] || bootstrap "$tarball"
    docker import "$tarball" "$base" >/dev/null
  fi
  docker push "$base" >/dev/null
}

docker_hub_answers() {
  # Answers 401 to a stranger, which is an answer.
  curl -s -m 3 -o /dev/null https://registry-1.docker.io/v2/
}

bootstrap() (
  need debootstrap=debootstrap,debian-archive-keyring
  say "making a Debian base image (once a machine, about a minute): $1"
  mkdir -p "$(dirname "$1")"
  root=$(mktemp -d "$run/bookworm.XXXXXX")
  # Where mktemp makes it private, no other user of the image could read anything.
  chmod 755 "$root"
  sources=$(debian_sources)
  mirror=$(awk '$3 == "bookworm" { print $2; exit }' <<<"$sources")
  if ! debootstrap --variant=minbase bookworm "$root" "$mirror" >"$run/debootstrap.log" 2>&1; then
    tail -n 5 "$run/debootstrap.log" >&2
    fail "debootstrap could not make a base image from $mirror; its last lines are above."
  fi
  printf '%s\n' "$sources" >"$root/etc/apt/sources.list"
  rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/var/log/*.log
  tar -C "$root" --numeric-owner -cf "$1.$$" .
  mv "$1.$$" "$1"
)

# What this machine itself uses for bookworm, or Debian's own mirror where it is another system.
debian_sources() {
  local sources
  # shellcheck disable=SC2016  # the dollars are apt's
  sources=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' 'Origin: Debian' | grep -E ' bookworm(-updates|-security)? ' | sort -u) || true
  if [[ $sources != *' bookworm '* ]]; then
    sources='deb http://deb.debian.org/debian bookworm main
deb http://deb.debian.org/debian-security bookworm-security main'
  fi
  printf '%s\n' "$sources"
}

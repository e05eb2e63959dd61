# Images that are in the registry: promoted, and pushed again.
# shellcheck shell=bash disable=SC2154  # bench/cache sets $registry, $base, $work and the like

readonly MANIFEST=application/vnd.docker.distribution.manifest.v2+json

images() {
  small_image
  big_image
  promote '2 MB' bench/small
  promote '1.1 GB' bench/big
  push_again '2 MB' bench/small
  push_again '1.1 GB' bench/big
}

small_image() {
  mkdir -p "$work/small"
  cp "$(type -P busybox)" "$work/small/"
  printf 'FROM scratch\nCOPY busybox /bin/\n' >"$work/small/Dockerfile"
  build_and_push bench/small "$work/small"
}

big_image() {
  mkdir -p "$work/big"
  printf 'FROM %s\nRUN head -c 700000000 /dev/urandom >/data\nRUN head -c 300000000 /dev/urandom >/more\n' "$base" \
    >"$work/big/Dockerfile"
  build_and_push bench/big "$work/big"
}

# build_and_push REPOSITORY CONTEXT
build_and_push() {
  DOCKER_BUILDKIT=0 docker build -q -t "$registry/$1:v1" "$2" >&2
  docker push -q "$registry/$1:v1" >&2
}

# promote SIZE REPOSITORY
# shellcheck disable=SC2016  # the round is known when the command runs
promote() {
  local name="promotion, $1" from=$registry/$2:v1 round times
  local state='AI_IMAGE_STATE=$work/state/promote-$round' skopeo="skopeo copy -q --src-tls-verify=false --dest-tls-verify=false"
  interleaved "$name" "$RUNS" \
    curl "get_and_put $2 v1 curl-\$round" \
    promote "$state ${AI_IMAGE@Q} push --from $from --tag prod-\$round" \
    elsewhere "$state ${AI_IMAGE@Q} push --from $from --repository $2/promoted-\$round --tag prod" \
    skopeo "$skopeo docker://$from docker://$registry/$2:skopeo-\$round" \
    'skopeo elsewhere' "$skopeo docker://$from docker://$registry/$2/skopeo-\$round:prod" \
    docker "docker pull -q $from && docker tag $from $registry/$2:docker-\$round && docker push -q $registry/$2:docker-\$round"
  for ((round = 1; round <= SLOW_RUNS; round++)); do
    mapfile -t times < <(fresh_engine \
      "AI_IMAGE_STATE=$work/state/fresh-${name//[ ,]/}-$round ${AI_IMAGE@Q} push --from $from --tag fresh-$round" \
      "docker pull -q $from && docker tag $from $registry/$2:fresh-docker-$round && docker push -q $registry/$2:fresh-docker-$round")
    ((${#times[@]} == 2)) || fail "promotion of $from on a fresh engine failed."
    record "$name" 'promote fresh' "${times[0]}"
    record "$name" 'docker fresh' "${times[1]}"
  done
  tell_promotion "$name" "$2"
}

tell_promotion() {
  local from=$registry/$2:v1
  row "$1" 'curl, GET and PUT' "$(spread "$1" curl)" ''
  row "$1" 'bin/ai-image push --from' "$(spread "$1" promote)" \
    "$(against "$1" promote curl) of curl; $(traffic "$AI_IMAGE" push --from "$from" --tag counted)"
  row "$1" '… into another repository' "$(spread "$1" elsewhere)" \
    "$(traffic "$AI_IMAGE" push --from "$from" --repository "$2/counted" --tag prod)"
  row "$1" 'skopeo copy' "$(spread "$1" skopeo)" "push --from takes $(against "$1" promote skopeo) of it"
  row "$1" '… into another repository' "$(spread "$1" 'skopeo elsewhere')" \
    "push --from takes $(against "$1" elsewhere 'skopeo elsewhere') of it"
  row "$1" 'docker pull, tag and push, warm engine' "$(spread "$1" docker)" \
    "push --from takes $(against "$1" promote docker) of it"
  row "$1" 'bin/ai-image push --from, beside a fresh engine' "$(spread "$1" 'promote fresh')" ''
  row "$1" 'docker pull, tag and push, fresh engine' "$(spread "$1" 'docker fresh')" \
    "push --from takes $(against "$1" 'promote fresh' 'docker fresh') of it"
}

# push_again SIZE REPOSITORY
# shellcheck disable=SC2016  # the round is known when the command runs
push_again() {
  local name="push of $1 that are there" image=$registry/$2:v1
  interleaved "$name" "$RUNS" \
    version "${AI_IMAGE@Q} --version" \
    push "${AI_IMAGE@Q} push $image" \
    'push stateless' "AI_IMAGE_STATE=\$work/state/again-\$round ${AI_IMAGE@Q} push $image" \
    docker "docker push -q $image"
  row "$name" 'bin/ai-image --version, the start alone' "$(spread "$name" version)" ''
  row "$name" 'bin/ai-image push' "$(spread "$name" push)" \
    "$(against "$name" push docker) of docker push; $(traffic "$AI_IMAGE" push "$image")"
  row "$name" 'bin/ai-image push, empty state folder' "$(spread "$name" 'push stateless')" \
    "$(against "$name" 'push stateless' docker) of docker push"
  row "$name" 'docker push' "$(spread "$name" docker)" "$(traffic docker push -q "$image")"
}

# get_and_put REPOSITORY FROM TO
get_and_put() {
  manifest "$1" "$2" >"$work/manifest.json"
  curl -fs -X PUT -H "Content-Type: $MANIFEST" --data-binary "@$work/manifest.json" \
    "http://$registry/v2/$1/manifests/$3"
}

# manifest REPOSITORY TAG
manifest() {
  curl -fs -H "Accept: $MANIFEST" "http://$registry/v2/$1/manifests/$2"
}

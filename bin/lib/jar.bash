# The program's jar, built when it is missing or older than its sources.
# shellcheck shell=bash

need_jdk() {
  need javac=openjdk-17-jdk-headless mvn=maven
}

# build_jar REPOSITORY
build_jar() {
  local jar=$1/target/ai-image.jar
  if [[ ! -e $jar || -n $(find "$1/src" "$1/pom.xml" -newer "$jar" -print -quit) ]]; then
    need_jdk
    say "building $jar"
    (cd "$1" && mvn -q -B -ntp -DskipTests -Dspotless.check.skip package </dev/null)
    # Maven leaves a jar alone whose content has not changed.
    touch "$jar"
  fi
}

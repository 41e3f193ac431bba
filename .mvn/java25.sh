# Finds a JDK of version 25 or newer, sets JAVA_HOME and puts its `java` first on the path. To be sourced by bash.
# No virtual machine is started to ask for a version: every JDK says it in its file `release`.

# Prints the main version of the JDK in folder $1; fails when there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

is_jdk_25() {
  local version
  version=$(jdk_version "$1") && [ -n "$version" ] && [ "$version" -ge 25 ]
}

# The JDK that the `java` on the path belongs to, links resolved.
jdk_on_path() {
  local java link
  java=$(command -v java) || return 1
  while link=$(readlink "$java"); do
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  (cd "$(dirname "$java")/.." 2>/dev/null && pwd -P)
}

find_jdk_25() {
  local home
  for home in "${MONAZITE_JAVA_HOME:-}" "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "$(jdk_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

if [ -n "${MONAZITE_JAVA_HOME:-}" ] && ! is_jdk_25 "$MONAZITE_JAVA_HOME"; then
  printf 'monazite: MONAZITE_JAVA_HOME is "%s", which is no JDK of version 25 or newer.\n' "$MONAZITE_JAVA_HOME" >&2
  exit 2
fi
if ! JAVA_HOME=$(find_jdk_25); then
  printf 'monazite: no JDK of version 25 or newer was found. Maybe install Temurin 25 (https://adoptium.net), or set MONAZITE_JAVA_HOME to the folder of one.\n' >&2
  exit 2
fi
export JAVA_HOME
PATH=$JAVA_HOME/bin:$PATH
export PATH

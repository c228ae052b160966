# Finds a JDK; sourced by the scripts at the root. Sets JAVA and JDK_HOME.

jdk_needed=25

jdk_version() {
  [ -f "$1/release" ] && sed -nE 's/^JAVA_VERSION="([0-9]+).*/\1/p' "$1/release"
}

is_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local version
  version=$(jdk_version "$1")
  [ -n "$version" ] && [ "$version" -ge "$jdk_needed" ]
}

find_jdk() {
  local on_path home
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")"); fi
  for home in "${ISNAD_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /opt/jdk* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_jdk "$home"; then
      JDK_HOME=$home
      JAVA=$home/bin/java
      return 0
    fi
  done
  echo "isnad: no JDK $jdk_needed or newer was found; get one from https://adoptium.net and set ISNAD_JAVA_HOME to its folder" >&2
  return 1
}

# Prints the Maven to use: one on the PATH that is new enough, else the wrapper, which fetches the pinned one.
maven() {
  local version
  version=$(mvn -v 2>/dev/null | sed -nE 's/.*Apache Maven ([0-9]+\.[0-9]+).*/\1/p' | head -n 1) || true
  if [ -n "$version" ] && [ "$(printf '%s\n3.8\n' "$version" | sort -V | head -n 1)" = 3.8 ]; then
    mvn "$@"
  else
    JAVA_HOME=${JAVA_HOME:-$JDK_HOME} "$here/mvnw" "$@"
  fi
}

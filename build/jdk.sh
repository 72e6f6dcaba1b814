#!/bin/sh
# Prints the home of a JDK 25 or newer, or says how to get one.
version() { "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1; }
for home in "$JAVA_HOME" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
  if [ -x "$home/bin/javac" ] && [ "$(version "$home")" -ge 25 ] 2>/dev/null; then
    echo "$home"
    exit 0
  fi
done
cat >&2 <<'TEXT'
Dunwell needs a JDK 25 or newer, and none was found in JAVA_HOME, /usr/lib/jvm, ~/.sdkman or ~/.jdks.
Install one, for example from https://adoptium.net, and set JAVA_HOME to its folder.
TEXT
exit 1

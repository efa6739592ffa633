# What the scenarios share; sourced by them. POSIX sh and curl.
#
#   NODE_JAR  the light node (default: demo-war/target/primacy-demo-node.jar, from 'mvn -DskipTests package')
#   HTTP      the port of the first node; the others follow in steps of 100 (default 8080)
#   CLUSTER   the cluster port of the first node; the others follow in steps of 1 (default 7800)
#
# Everything runs on 127.0.0.1, keeps its data in a directory of its own, and is gone at the end, whatever happens.

set -eu

here=$(cd "$(dirname "$0")" && pwd)
NODE_JAR=${NODE_JAR:-$here/../../target/primacy-demo-node.jar}
HTTP=${HTTP:-8080}
CLUSTER=${CLUSTER:-7800}
data=$(mktemp -d)
token=$(od -An -tx1 -N16 /dev/urandom | tr -d ' \n')
peers=127.0.0.1:$CLUSTER,127.0.0.1:$((CLUSTER + 1)),127.0.0.1:$((CLUSTER + 2))
pids=''
began=$(date +%s)

[ -f "$NODE_JAR" ] || { echo "no $NODE_JAR: run 'mvn -DskipTests package' first" >&2; exit 2; }

# ---- nodes

# An address of a node: at n1 /primacy/state
at() { echo "http://127.0.0.1:$((HTTP + (${1#n} - 1) * 100))$2"; }

# Starts a node: start n1 key=value…
start() {
  name=$1
  shift
  settings=''
  for setting in primacy.lease=2s primacy.probes=true primacy.admin.enabled=true primacy.admin.read=public \
      "primacy.admin.token=$token" "$@"; do
    settings="$settings --set $setting"
  done
  # shellcheck disable=SC2086 # the settings are words
  java -Xmx192m -XX:TieredStopAtLevel=1 -jar "$NODE_JAR" --name "$name" --http "$((HTTP + (${name#n} - 1) * 100))" \
    --cluster "$((CLUSTER + ${name#n} - 1))" --peers "$peers" --data "$data" $settings >>"$data/$name.log" 2>&1 &
  eval "pid_$name=$!"
  pids="$pids $!"
  echo "   $name started, process $!"
}

# kill -9: crash n1
crash() {
  eval "pid=\$pid_$1"
  kill -9 "$pid"
  wait "$pid" 2>/dev/null || :
  echo "   $1 killed"
}

finish() {
  result=$?
  trap - EXIT INT TERM
  for pid in $pids; do kill -9 "$pid" 2>/dev/null || :; done
  wait 2>/dev/null || :
  [ "$result" -eq 0 ] || tail -n 20 "$data"/*.log >&2
  rm -rf "$data"
  exit "$result"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---- asking and telling

say() { printf '\n== %s (%s s)\n' "$1" "$(($(date +%s) - began))"; }

# Shows a question with its answer: ask n1 /primacy/state
ask() {
  echo "\$ curl -s $(at "$1" "$2")"
  curl -s "$(at "$1" "$2")"
  echo
}

# The version of the group as a node sees it, which a command has to name; empty until the node has seen the group
version() { curl -s -D - -o /dev/null "$(at "$1" /primacy/group)" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: *//p'; }

# Gives a command, shows it with its answer, and leaves that in $status and $body: tell n1 /primacy/be-primary '{}'
tell() {
  until version=$(version "$1") && [ -n "$version" ]; do sleep 0.1; done
  echo "\$ curl -X POST -H 'Authorization: Bearer …' -H 'Content-Type: application/json' -H 'If-Match: $version' -d '$3' $(at "$1" "$2")"
  body=$(curl -s -w '\n%{http_code}' -X POST -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -H "If-Match: $version" -d "$3" "$(at "$1" "$2")")
  status=${body##*
}
  body=${body%
*}
  printf '%s\n%s\n' "$status" "$body"
}

# The status of an answer alone: code URL
code() { curl -s -o /dev/null -w '%{http_code}' "$1" || :; }

# What a node is in the words of a framework: none, secondary, primary or relay
ha() { curl -s "$(at "$1" /primacy/ha_status)" || :; }

# The name of the node that a node takes for the primary
primary_of() { curl -s "$(at "$1" /primacy/group)" | sed -n 's/.*"primary":{"name":"\([^"]*\)".*/\1/p'; }

# Whether a node sees another one: sees n1 n2
sees() { if curl -s "$(at "$1" /primacy/group)" | grep -q "\"name\":\"$2\""; then echo yes; else echo no; fi; }

# The one of the given nodes that leads
leader() {
  for name in "$@"; do
    [ "$(ha "$name")" != primary ] || echo "$name"
  done
}

# Writes once; the answer is in $status and $body: put n1 d1=1.2.3.4, or put URL d1=1.2.3.4
put() {
  case $1 in http*) url=$1 ;; *) url=$(at "$1" /write) ;; esac
  echo "\$ curl -X POST -H 'Content-Type: application/json' -d '{\"id\":\"$2\"}' $url"
  body=$(curl -s -w '\n%{http_code}' -X POST -H 'Content-Type: application/json' -d "{\"id\":\"$2\"}" "$url") || :
  status=${body##*
}
  body=${body%
*}
  printf '%s\n%s\n' "$status" "$body"
}

# The counter of the last write
counter() { echo "$body" | sed -n 's/.*"counter":\([0-9]*\).*/\1/p'; }

# ---- checking

# check 'what is checked' IS EXPECTED
check() {
  if [ "$2" = "$3" ]; then
    echo "   ok: $1: $2"
  else
    echo "   FAILED: $1: is '$2' and not '$3'"
    exit 1
  fi
}

# Waits until a command prints what is expected: wait_for 'what' SECONDS EXPECTED command…
wait_for() {
  what=$1
  until=$(($(date +%s) + $2))
  expected=$3
  shift 3
  while is=$("$@") && [ "$is" != "$expected" ]; do
    if [ "$(date +%s)" -ge "$until" ]; then
      echo "   FAILED: $what: still '$is' and not '$expected'"
      exit 1
    fi
    sleep 0.1
  done
  echo "   ok: $what: $expected"
}

# How many nodes answer: answering n1 n2 n3
answering() {
  count=0
  for name in "$@"; do
    [ "$(code "$(at "$name" /primacy/ha_status)")" != 200 ] || count=$((count + 1))
  done
  echo "$count"
}

# How many nodes lead: leading n1 n2 n3
leading() { leader "$@" | grep -c . || :; }

#!/bin/sh
# HAProxy asks the nodes which of them may be written to: the demo 'load-balancer' of NSO, with the configuration beside this
# directory. Needs HAProxy (Debian: apt-get install haproxy).
#
#   BALANCER  the port HAProxy listens on (default 8000)
. "$(dirname "$0")/lib.sh"

BALANCER=${BALANCER:-8000}
PATH=$PATH:/usr/sbin
command -v haproxy >/dev/null || { echo 'haproxy is not installed' >&2; exit 2; }

# Who answers a write through the balancer; nobody if it is refused
written_by() {
  curl -s -X POST -H 'Content-Type: application/json' -d '{"id":"who"}' "http://127.0.0.1:$BALANCER/write" |
    sed -n 's/.*"node":"\([^"]*\)","token".*/\1/p'
}

say 'Three nodes behind HAProxy'
for name in n1 n2 n3; do start "$name"; done
# the shipped configuration, on other ports if there are others
sed -e 's/127\.0\.0\.1:8000/@balancer/' -e 's/127\.0\.0\.1:8080/@n1/' -e 's/127\.0\.0\.1:8180/@n2/' -e 's/127\.0\.0\.1:8280/@n3/' \
  "$here/../balancers/haproxy.cfg" |
  sed -e "s/@balancer/127.0.0.1:$BALANCER/" -e "s/@n1/127.0.0.1:$HTTP/" -e "s/@n2/127.0.0.1:$((HTTP + 100))/" \
    -e "s/@n3/127.0.0.1:$((HTTP + 200))/" >"$data/haproxy.cfg"
haproxy -db -f "$data/haproxy.cfg" >>"$data/haproxy.log" 2>&1 &
pids="$pids $!"
wait_for 'nodes that answer' 60 3 answering n1 n2 n3
wait_for 'nodes that lead' 30 1 leading n1 n2 n3
old=$(leader n1 n2 n3)
other=$(for name in n1 n2 n3; do [ "$name" = "$old" ] || echo "$name"; done | head -n 1)

say 'What a balancer asks'
ask "$old" /primacy/ha_writable
check "$old" "$(code "$(at "$old" /primacy/ha_writable)")" 200
ask "$other" /primacy/ha_writable
check "$other" "$(code "$(at "$other" /primacy/ha_writable)")" 409
ask "$other" /primacy/ha_status
check 'an unknown path' "$(code "$(at "$old" /primacy/ha_nothing)")" 404

say 'A write through the balancer reaches the primary'
wait_for 'who writes' 20 "$old" written_by
put "http://127.0.0.1:$BALANCER/write" d1=1.2.3.4
check 'the answer' "$status" 200

say 'Handed over, and the balancer follows'
wait_for "$old sees $other" 20 yes sees "$old" "$other"
tell "$old" /primacy/cluster/switchover "{\"node\":\"$other\"}"
check 'the answer' "$status" 200
wait_for 'who writes' 10 "$other" written_by

say "$other dies, and the balancer follows"
crash "$other"
last=$(for name in n1 n2 n3; do [ "$name" = "$other" ] || echo "$name"; done)
# shellcheck disable=SC2086 # two names
wait_for 'nodes that lead' 30 1 leading $last
# shellcheck disable=SC2086
wait_for 'who writes' 10 "$(leader $last)" written_by

say 'With one of three left the store has no majority: nobody writes'
# shellcheck disable=SC2086
crash "$(leader $last)"
# shellcheck disable=SC2086
left=$(for name in $last; do [ "$(ha "$name")" = '' ] || echo "$name"; done)
wait_for "$left, which reads nothing" 30 503 code "$(at "$left" /primacy/ha_writable)"
put "http://127.0.0.1:$BALANCER/write" d2
check 'a write through the balancer' "$status" 503

say 'Done'

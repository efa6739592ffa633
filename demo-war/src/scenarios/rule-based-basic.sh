#!/bin/sh
# A nominal primary and a nominal secondary that takes over after so many attempts: the demo 'rule-based-basic' of NSO.
#
# n1 and n2 are the pair. n3 is meant to be nothing: it is there because the store inside the nodes survives the loss of one of
# three, and of none of two. NSO's defaults are four attempts, five seconds apart; here they are one second apart.
. "$(dirname "$0")/lib.sh"

# Starts a node with its nominal role: node n1 primary
node() {
  start "$1" primacy.election=rule-based "primacy.nominal-role=$2" primacy.rules.consensus=false \
    primacy.rules.reconnect-interval=1s primacy.rules.reconnect-attempts=4 \
    "primacy.rules.failover-primary=$([ "$1" = n2 ] && echo true || echo false)" \
    "primacy.node.passive=$([ "$1" = n3 ] && echo true || echo false)"
}

# Whether an alarm is active on a node: alarm n2 ha-primary-down
alarm() {
  if curl -s "$(at "$1" /primacy/alarms)" | grep -q "\"$2\""; then echo active; else echo none; fi
}

say 'n1 is meant to be the primary, n2 to follow and to take over'
node n1 primary
node n3 none
wait_for 'nodes that answer' 60 2 answering n1 n3
wait_for 'n1' 30 primary ha n1
# a secondary looks for its primary four times, and then gives up: so it comes second
node n2 secondary
wait_for 'nodes that answer' 60 3 answering n1 n2 n3
wait_for 'n2' 30 secondary ha n2
check 'n3' "$(ha n3)" none
ask n2 /primacy/state
put n1 d1=1.2.3.4
check 'a write' "$status" 200
first=$(counter)

say 'n1 dies; n2 tries four times, and then takes over'
crash n1
killed=$(date +%s)
wait_for 'n2' 30 primary ha n2
took=$(($(date +%s) - killed))
echo "   after $took s"
[ "$took" -ge 3 ] || { echo "   FAILED: it did not try four times"; exit 1; }
put n2 d2
check 'a write' "$status" 200

say 'n1 comes back, and stays a secondary'
node n1 primary
wait_for 'n1' 60 secondary ha n1
check 'n2' "$(ha n2)" primary
wait_for 'alarm ha-primary-down on n2' 20 none alarm n2 ha-primary-down

say 'The operator gives the roles back'
tell n1 /primacy/be-primary '{}'
check 'the answer' "$status" 200
wait_for 'n1' 20 primary ha n1
wait_for 'n2 sees the primary' 20 n1 primary_of n2
tell n2 /primacy/be-secondary '{"primary":"n1"}'
check 'the answer' "$status" 200
check 'n2' "$(ha n2)" secondary
put n1 d3
check 'a write' "$status" 200
check 'what was written before is still there' "$(counter)" "$((first + 2))"

say 'Done'

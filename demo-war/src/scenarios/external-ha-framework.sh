#!/bin/sh
# A framework outside tells each node what to be, and nobody elects: the demo 'external-ha-framework' of NSO, with two nodes.
#
# n1 and n2 are the pair. n3 is told nothing and never leads: it is there because the store inside the nodes survives the loss
# of one of three, and of none of two.
. "$(dirname "$0")/lib.sh"

say 'Three nodes that do nothing unless they are told'
for name in n1 n2 n3; do
  start "$name" primacy.election=operator "primacy.node.passive=$([ "$name" = n3 ] && echo true || echo false)"
done
wait_for 'nodes that answer' 60 3 answering n1 n2 n3
check 'n1' "$(ha n1)" none
check 'n2' "$(ha n2)" none
put n1 d0
check 'a write to nobody' "$status" 503

say 'n1, be the primary'
tell n1 /primacy/be-primary '{}'
check 'the answer' "$status" 200
check 'n1' "$(ha n1)" primary
check 'n2' "$(ha n2)" none

say 'n2, be a secondary of n1'
wait_for 'n2 sees the primary' 10 n1 primary_of n2
tell n2 /primacy/be-secondary '{"primary":"n1"}'
check 'the answer' "$status" 200
check 'n2' "$(ha n2)" secondary
ask n1 /primacy/state
ask n2 /primacy/state

say 'Writes go to the primary alone'
put n1 d1=1.2.3.4
check 'on n1' "$status" 200
first=$(counter)
put n2 d1=1.2.3.4
check 'on n2' "$status" 503

say 'A wrong name changes nothing'
tell n2 /primacy/be-secondary '{"primary":"n9"}'
check 'the answer' "$status" 409
check 'n2' "$(ha n2)" secondary

say 'Read-only, and writable again'
tell n1 /primacy/cluster/read-only '{"readOnly":true}'
check 'the answer' "$status" 200
wait_for 'n1 may write' 10 409 code "$(at n1 /primacy/ha_writable)"
put n1 d1
check 'a write' "$status" 503
check 'n1' "$(ha n1)" primary
tell n1 /primacy/cluster/read-only '{"readOnly":false}'
wait_for 'n1 may write' 10 200 code "$(at n1 /primacy/ha_writable)"

say 'n1 dies, and nobody takes over unasked'
crash n1
wait_for 'n2' 20 none ha n2
say 'n2, be the primary'
tell n2 /primacy/be-primary '{}'
check 'the answer' "$status" 200
wait_for 'n2' 20 primary ha n2
put n2 d2
check 'a write' "$status" 200
check 'what was written before is still there' "$(counter)" "$((first + 1))"

say 'n2, be nothing'
tell n2 /primacy/be-none '{}'
check 'the answer' "$status" 200
wait_for 'n2' 10 none ha n2
put n2 d3
check 'a write' "$status" 503

say 'Done'

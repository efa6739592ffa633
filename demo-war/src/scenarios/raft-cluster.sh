#!/bin/sh
# Three nodes elect by majority: the demo 'raft-cluster' of NSO. The majority is that of the store inside the nodes.
. "$(dirname "$0")/lib.sh"

# The nodes a node sees beside the primary: followers n1
followers() { curl -s "$(at "$1" /primacy/group)" | sed 's/.*"secondaries"://; s/\].*//' | grep -o '"name":"[^"]*"' | tr '\n' ' '; }

say 'Three nodes, which elect by themselves'
for name in n1 n2 n3; do start "$name"; done
wait_for 'nodes that answer' 60 3 answering n1 n2 n3
wait_for 'nodes that lead' 30 1 leading n1 n2 n3
old=$(leader n1 n2 n3)
others=$(for name in n1 n2 n3; do [ "$name" = "$old" ] || echo "$name"; done)
for name in $others; do wait_for "$name" 20 secondary ha "$name"; done
ask "$old" /primacy/group
put "$old" d1=1.2.3.4
check 'a write' "$status" 200
first=$(counter)

say "$old, which leads, dies, and one of the others leads"
crash "$old"
# shellcheck disable=SC2086 # two names
wait_for 'nodes that lead' 30 1 leading $others
# shellcheck disable=SC2086
new=$(leader $others)
echo "   it is $new"
put "$new" d2-new=2.1.3.4
check 'a write' "$status" 200
check 'what was written before is still there' "$(counter)" "$((first + 1))"
rest=$(for name in $others; do [ "$name" = "$new" ] || echo "$name"; done)
wait_for "whom $new sees" 20 "\"name\":\"$rest\" " followers "$new"

say "$old comes back, follows, and is led to where the others are"
start "$old"
wait_for "$old" 60 secondary ha "$old"
wait_for "whom $old takes for the primary" 20 "$new" primary_of "$old"
wait_for "$new sees $old" 20 yes sees "$new" "$old"

say 'Handed over to the one that came back'
tell "$new" /primacy/cluster/switchover "{\"node\":\"$old\"}"
check 'the answer' "$status" 200
wait_for "$old" 20 primary ha "$old"
put "$old" d3
check 'a write' "$status" 200
check 'it sees what was written meanwhile' "$(counter)" "$((first + 2))"

say 'Frozen, nobody takes it: it is stepped down from, and stays free'
tell "$old" /primacy/cluster/freeze '{"frozen":true}'
check 'the answer' "$status" 200
tell "$old" /primacy/cluster/step-down '{}'
check 'the answer' "$status" 200
wait_for 'nodes that lead' 10 0 leading n1 n2 n3
tell "$old" /primacy/cluster/freeze '{"frozen":false}'
check 'the answer' "$status" 200
wait_for 'nodes that lead' 20 1 leading n1 n2 n3

say 'One node is made the primary from another one'
wait_for "whom $rest takes for the primary" 20 "$(leader n1 n2 n3)" primary_of "$rest"
target=$(for name in n1 n2 n3; do [ "$name" = "$(leader n1 n2 n3)" ] || echo "$name"; done | head -n 1)
wait_for "$rest sees $target" 20 yes sees "$rest" "$target"
tell "$rest" /primacy/cluster/promote "{\"node\":\"$target\"}"
check 'the answer' "$status" 200
wait_for "$target" 20 primary ha "$target"

say 'Done'

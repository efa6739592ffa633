/*
 * The lease of a node and the term of a group (R0 to R5): N incarnations, one group, one store.
 *
 * Time is relative: what is kept is how old a thing is, or how long it still stands, on the clock of
 * the node that measures it, and no further than matters. So a search is complete for runs of any
 * length. Whatever a node may do it may also put off for ever: a pause, a delay, a lost answer and a
 * crash are all the same thing not happening.
 *
 * Compare-and-set: a put that is under way carries the version it was sent for. As versions never
 * recur, a put whose version is gone can never happen; it is taken away at that moment. So no
 * version has a number here. An expulsion happens the moment it is sent: until it would fail, the
 * reason to send it stays true.
 *
 * Reads of nodes show what is; an old version would only make a put fail. Reads of the group may be
 * answered late, and then show an old term.
 *
 *: config brief       TERMS=2 SLOTS=1 BRIEF        none leaves, no group is forgotten
 *: config drift       TERMS=2 SLOTS=1 BRIEF DRIFT  clocks between half and full speed, the margin exactly at the bound
 *: config leaving     TERMS=2 SLOTS=1              nodes leave, groups are forgotten and joined again
 *: config terms       TERMS=3 SLOTS=1 BRIEF        three terms
 *: config inflight    TERMS=2 SLOTS=2 BRIEF        two renewals of one of the nodes under way at a time
 *
 *: invariant one_acts    at most one node holds a token while its lease stands
 *: invariant terms_rise  a term is granted once, and after every smaller one
 *: invariant calls_rise  the tokens of calls let in never fall
 *
 *: rule R0_compare       put_happens      a put happens only while its version is the current one
 *: rule R1_lease         credit           the lease counts from before the attempt was sent, and only a known success extends it
 *: rule R1_dead          learn_fate       a record that says EXPELLED or LEFT is the end of its incarnation
 *: rule R2_expel         expel            a version unchanged for the lease and the drift, since after it was first seen, is expelled
 *: rule R3_take          take             a group is taken in the next term when nobody, one of the dead or its own burned term holds it
 *: rule R3_grant         learn_group      a term read as one's own counts above every burned one while the lease stands
 *: rule R4_act           call             a call is let in while a token is held and the lease stands
 *: rule R4_burn          burn             a term given up or lapsed is burned first
 *: rule R5_release       give             a release is sent for a burned term only
 *: rule R5_leave         leave            LEFT is final once it is sent
 *: rule R5_forget        forget           a group is forgotten when the store names another holder or none; older answers are not believed
 *
 *: broken R0_UNCONDITIONAL      brief     puts do not compare versions
 *: broken R0_ID_AGAIN           brief     an incarnation id is used again after a crash
 *: broken R1_FROM_THE_REPLY     brief     the lease counts from the reply
 *: broken R1_NO_MARGIN          drift     the holder takes off no margin
 *: broken R1_MARGIN_BELOW_DRIFT drift     the margin is below the drift
 *: broken R1_UNKNOWN_EXTENDS    brief     an attempt of unknown fate extends the lease
 *: broken R1_OTHER_SEND_TIME    brief     an attempt is credited with the send time of a later one
 *: broken R1_NEVER_DEAD         brief     an expelled incarnation writes itself ALIVE again
 *: broken R1_TAKING_EXTENDS     brief     the answer to a take extends the lease
 *: broken R2_SEEN_AT_REQUEST    brief     a version counts as seen when the read was sent
 *: broken R2_OWN_LEASE          drift     the observer waits out its own, shorter lease
 *: broken R2_NO_COMPARE         brief     an expulsion does not compare versions
 *: broken R3_LOOKS_OLD          brief     a group is taken from a holder that merely looks old
 *: broken R3_BURNED_AS_IT_IS    brief     the own burned term is taken as it is
 *: broken R4_CACHED_FLAG        brief     a flag is asked instead of the lease
 *: broken R4_LAPSE_RESUMED      brief     a lapse that was announced is resumed under the same token
 *: broken R5_RELEASED_RESUMED   brief     a term is resumed after its release was sent
 *: broken R5_LEFT_AND_ON        leaving   a node carries on after LEFT was sent
 *: broken R5_FORGETS_HELD       leaving   a group is forgotten while it is held
 *: broken R5_OLD_ANSWERS        leaving   who joins again believes what was asked before
 */
/* tells once that a search came here */
#define reach(what) c_code { { static int once; if (!once) { once = 1; printf("reached " #what "\n"); } } }

#ifndef N
#define N 2
#endif
#define NOBODY N

#ifdef DRIFT
/* A tick is 1 or 2 on each clock. A lease of 3 and a margin of 1: what the slow holder uses, 2, and
 * what the fast observer waits, 4, are two ticks either way. */
#ifdef R1_MARGIN_BELOW_DRIFT
#define LEASE 5
#else
#define LEASE 3
#endif
#define MARGIN 1
#else
#define LEASE 2
#define MARGIN 0
#endif

#ifdef R1_NO_MARGIN
#define HOLD LEASE
#else
#define HOLD (LEASE - MARGIN)
#endif
#ifdef R2_OWN_LEASE
#define PATIENCE (LEASE - 2 + MARGIN)
#else
#define PATIENCE (LEASE + MARGIN)
#endif

#define slot(i, s) ((i) * SLOTS + (s))
#define pair(i, j) ((i) * N + (j))

/* ---- the store */
#define ALIVE 0
#define LEFT 1
#define EXPELLED 2
byte node[N];
byte holder = NOBODY;
byte term;

/* ---- renewals: under way, or happened and not known */
#define FREE 0
#define FLYING 1
#define HAPPENED 2
byte put[N * SLOTS];
byte age[N * SLOTS];          /* on the sender's clock, since before it was sent */
byte last[N] = SLOTS;         /* the attempt the record shows, while it is not known */
bool current[N] = true;       /* the version known is that of the record */

/* ---- what a node knows */
byte left[N];                 /* how long its lease stands */
byte token[N];                /* 0: none */
byte burned[N];
bool over[N];                 /* dead, or LEFT was sent */
bool leaving[N];              /* LEFT is under way */
bool sees[N * N];             /* the current version of another's record was seen, */
byte watch[N * N];            /* and for how long */

/* ---- the group's puts and answers under way */
bool takes[N];
bool gives[N];
byte answer[N];               /* a term of one's own, 0: none */

/* ---- what was observed from outside */
byte granted;                 /* the greatest term granted */
byte entered;                 /* the greatest token of a call let in */

#ifdef R0_UNCONDITIONAL
#define compares false
#else
#define compares true
#endif
#ifdef R1_OTHER_SEND_TIME
byte newest[N] = HOLD;        /* the age of an attempt sent since */
#endif
#ifdef R2_SEEN_AT_REQUEST
bool asked[N * N];
#endif
#ifdef R2_NO_COMPARE
bool doomed[N];
#endif

/* never set: they put an invariant's name into what the checker reports */
bool one_acts, terms_rise, calls_rise;
byte k, m;                    /* zero between steps */

#ifdef R4_CACHED_FLAG
#define acts(i) (token[i] > 0)
#else
#define acts(i) (token[i] > 0 && left[i] > 0)
#endif

inline check_one_acts() {
	m = 0;
	for (k : 0 .. N - 1) {
		m = m + (acts(k) -> 1 : 0)
	}
	assert(m <= 1 || one_acts);
	k = 0;
	m = 0
}

/* the record of i has a new version: puts for the old one never happen */
inline node_changes(i) {
	for (k : 0 .. SLOTS - 1) {
		if
		:: compares && put[slot(i, k)] == FLYING -> put[slot(i, k)] = FREE; age[slot(i, k)] = 0
		:: else
		fi
	}
	for (k : 0 .. N - 1) {
		sees[pair(k, i)] = false;
#ifdef R2_SEEN_AT_REQUEST
		if
		:: asked[pair(k, i)]
		:: else -> watch[pair(k, i)] = 0
		fi
#else
		watch[pair(k, i)] = 0
#endif
	}
	last[i] = SLOTS;
	current[i] = false
}

inline group_changes() {
	for (k : 0 .. N - 1) {
		takes[k] = takes[k] && !compares;
		gives[k] = gives[k] && !compares
	}
	k = 0
}

/* nothing that i remembers matters any more */
inline end(i) {
	over[i] = true;
	token[i] = 0;
	left[i] = 0;
	answer[i] = 0;
	current[i] = false;
	for (k : 0 .. SLOTS - 1) {
		put[slot(i, k)] = (put[slot(i, k)] == FLYING -> FLYING : FREE);
		age[slot(i, k)] = 0
	}
	for (k : 0 .. N - 1) {
		sees[pair(i, k)] = false;
		watch[pair(i, k)] = 0
	}
	k = 0
}

inline extend(i, since) {
#ifdef R1_FROM_THE_REPLY
	left[i] = HOLD;
#else
	/* the greatest is the newest: a later attempt is never older */
	left[i] = (HOLD - since > left[i] -> HOLD - since : left[i]);
#endif
	check_one_acts()
}

#define may_take(i) (holder == NOBODY \
	|| (holder != i && node[holder] != ALIVE) \
	|| (holder == i && burned[i] >= term))

#ifdef R3_LOOKS_OLD
#define looks_old(i) (holder != NOBODY && holder != i && sees[pair(i, holder)] && watch[pair(i, holder)] >= PATIENCE)
#else
#define looks_old(i) false
#endif

#ifdef R4_LAPSE_RESUMED
#define counts(i) (answer[i] >= burned[i] && !gives[i])
#else
#ifdef R5_RELEASED_RESUMED
#define counts(i) (answer[i] > burned[i] || (answer[i] == burned[i] && gives[i]))
#else
#ifdef R3_BURNED_AS_IT_IS
#define counts(i) (answer[i] >= burned[i])
#else
#define counts(i) (answer[i] > burned[i])
#endif
#endif
#endif

#ifdef R5_FORGETS_HELD
#define may_forget(i) true
#else
#define may_forget(i) (holder != i)
#endif

/* Processes are numbered as they stand here: the nodes, their slots, who watches whom, time. */

active [N] proctype Node() {
	byte i = _pid;
	do
	:: d_step {
		!over[i] && node[i] != ALIVE && !leaving[i] ->
		reach(learn_fate);
#ifdef R1_NEVER_DEAD
		current[i] = true
#else
		end(i)
#endif
	}
	:: d_step {
		!over[i] && token[i] == 0 && !takes[i] && term < TERMS && (may_take(i) || looks_old(i)) ->
		reach(take);
		takes[i] = true
	}
	:: d_step {
		takes[i] ->
		reach(take_happens);
		takes[i] = false;
		group_changes();
#ifdef R3_BURNED_AS_IT_IS
		term = (holder == i -> term : term + 1);
#else
		term++;
#endif
		holder = i;
		answer[i] = (over[i] -> 0 : term)
	}
	:: d_step {
		!over[i] && token[i] == 0 && holder == i && answer[i] != term ->
		reach(look_at_group);
		answer[i] = term
	}
	:: d_step {
		!over[i] && token[i] == 0 && answer[i] > 0 ->
		reach(learn_group);
		if
		:: counts(i) && left[i] > 0 ->
			reach(grant);
			token[i] = answer[i];
			assert(token[i] > granted || terms_rise);
			granted = token[i];
#ifdef R1_TAKING_EXTENDS
			left[i] = HOLD;
#endif
			check_one_acts()
		:: counts(i) && left[i] == 0 -> burned[i] = answer[i]
		:: else
		fi;
		answer[i] = 0
	}
	:: d_step {
		acts(i) ->
		reach(call);
		assert(token[i] >= entered || calls_rise);
		entered = token[i]
	}
	:: d_step {
		token[i] > 0 ->
		reach(burn);
		burned[i] = token[i];
		token[i] = 0
	}
	:: d_step {
		!over[i] && token[i] == 0 && holder == i && burned[i] >= term && !gives[i] ->
		reach(give);
		gives[i] = true
	}
	:: d_step {
		gives[i] ->
		reach(give_happens);
		gives[i] = false;
		group_changes();
		holder = NOBODY
	}
#ifndef BRIEF
	:: d_step {
		!over[i] && token[i] == 0 && !leaving[i] ->
		reach(leave);
		leaving[i] = true;
#ifndef R5_LEFT_AND_ON
		end(i)
#endif
	}
	:: d_step {
		leaving[i] ->
		reach(leave_happens);
		leaving[i] = false;
		if
		:: node[i] == ALIVE -> node[i] = LEFT; node_changes(i)
		:: else
		fi
	}
	:: d_step {
		!over[i] && token[i] == 0 && burned[i] > 0 && may_forget(i) ->
		reach(forget);
		burned[i] = 0;
#ifndef R5_OLD_ANSWERS
		answer[i] = 0
#endif
	}
#endif
#ifdef R0_ID_AGAIN
	:: d_step {
		node[i] == ALIVE ->
		end(i);
		over[i] = false;
		burned[i] = 0;
		current[i] = true
	}
#endif
	od
}

/* Slot s of node i: a renewal that is sent, happens or is lost, and is credited when its answer or a
 * read tells. Slots are alike: the first free one is used; only the first node has a second one. */
active [N * SLOTS] proctype Attempt() {
	byte i = (_pid - N) / SLOTS;
	byte s = (_pid - N) % SLOTS;
	do
	:: d_step {
		!over[i] && current[i] && put[slot(i, s)] == FREE && (s == 0 || (i == 0 && put[slot(i, 0)] != FREE)) ->
		reach(send);
		put[slot(i, s)] = FLYING
	}
	:: d_step {
		put[slot(i, s)] == FLYING ->
		reach(put_happens);
		put[slot(i, s)] = HAPPENED;
		node[i] = ALIVE;
		node_changes(i);
		last[i] = s
	}
	:: d_step {
		put[slot(i, s)] == FLYING ->
		reach(is_lost);
		put[slot(i, s)] = FREE;
		age[slot(i, s)] = 0
	}
	:: d_step {
		!over[i] && put[slot(i, s)] == HAPPENED ->
		reach(credit);
		current[i] = current[i] || last[i] == s;
		last[i] = (last[i] == s -> SLOTS : last[i]);
#ifdef R1_OTHER_SEND_TIME
		age[slot(i, s)] = (newest[i] < age[slot(i, s)] -> newest[i] : age[slot(i, s)]);
		newest[i] = HOLD;
#endif
		extend(i, age[slot(i, s)]);
		put[slot(i, s)] = FREE;
		age[slot(i, s)] = 0
	}
#ifdef R1_OTHER_SEND_TIME
	/* another attempt, for the version before: it can only fail, but when it was sent is remembered */
	:: d_step { !over[i] && put[slot(i, s)] == HAPPENED -> newest[i] = 0 }
#endif
#ifdef R1_UNKNOWN_EXTENDS
	:: d_step { !over[i] && put[slot(i, s)] == FLYING -> extend(i, age[slot(i, s)]) }
#endif
	od
}

/* Node i watches the record of node j. */
active [N * (N - 1)] proctype Watch() {
	byte i = (_pid - N - N * SLOTS) / (N - 1);
	byte j = (i + 1 + (_pid - N - N * SLOTS) % (N - 1)) % N;
	do
#ifdef R2_SEEN_AT_REQUEST
	:: d_step { !over[i] && !asked[pair(i, j)] && !sees[pair(i, j)] -> asked[pair(i, j)] = true; watch[pair(i, j)] = 0 }
	:: d_step {
		!over[i] && asked[pair(i, j)] && node[j] == ALIVE ->
		asked[pair(i, j)] = false;
		sees[pair(i, j)] = true
	}
#else
	:: d_step {
		!over[i] && !sees[pair(i, j)] && node[j] == ALIVE ->
		reach(look);
		sees[pair(i, j)] = true
	}
#endif
	:: d_step {
		!over[i] && sees[pair(i, j)] && watch[pair(i, j)] >= PATIENCE ->
#ifdef R2_NO_COMPARE
		doomed[j] = true
#else
		reach(expel);
		node[j] = EXPELLED;
		node_changes(j)
#endif
	}
#ifdef R2_NO_COMPARE
	:: d_step { doomed[j] -> node[j] = EXPELLED; node_changes(j); doomed[j] = false }
#endif
	od
}

#define older(value, by, most) value = (value + by > most -> most : value + by)

inline pass(i, by) {
	left[i] = (left[i] > by -> left[i] - by : 0);
#ifdef R1_OTHER_SEND_TIME
	older(newest[i], by, HOLD);
#endif
	for (k : 0 .. SLOTS - 1) {
		if
		:: !over[i] && put[slot(i, k)] != FREE -> older(age[slot(i, k)], by, HOLD)
		:: else
		fi
	}
	for (k : 0 .. N - 1) {
		if
#ifdef R2_SEEN_AT_REQUEST
		:: asked[pair(i, k)] -> older(watch[pair(i, k)], by, PATIENCE)
#endif
		:: sees[pair(i, k)] -> older(watch[pair(i, k)], by, PATIENCE)
		:: else
		fi
	}
	k = 0
}

active proctype Time() {
	byte i;
	do
#ifdef DRIFT
	:: d_step { pass(0, 1); pass(1, 1) }
	:: d_step { pass(0, 2); pass(1, 1) }
	:: d_step { pass(0, 1); pass(1, 2) }
	:: d_step { pass(0, 2); pass(1, 2) }
#else
	:: d_step {
		true ->
		reach(tick);
		for (i : 0 .. N - 1) {
			pass(i, 1)
		}
		i = 0
	}
#endif
	od
}

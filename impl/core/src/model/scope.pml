/*
 * The record of a group: created, wiped, deleted, frozen and dropped (R8 and R9), for two nodes whose
 * clocks agree.
 *
 * What lease.pml shows is taken for granted here, at its worst: a renewal, and a read that confirms the
 * holder, extend to the full lease the moment they happen, and a node is expelled the moment its
 * lease has ended. A node that learns of its death comes back as a new incarnation at once and
 * remembers nothing; what names the former one names a dead node from then on. One that did not
 * learn of it goes on.
 *
 *: config wiped        SCOPES=3 TERMS=1 WIPES=2 DELETES=0 BRIEF  the whole store is wiped, twice
 *: config deleted      SCOPES=3 TERMS=1 WIPES=0 DELETES=2 BRIEF  the group's record is deleted alone, twice
 *: config both         SCOPES=2 TERMS=2 WIPES=1 DELETES=1 BRIEF  one or the other, two terms in a scope
 *: config operated     SCOPES=2 TERMS=1 WIPES=1 DELETES=0        an operator freezes, thaws and drops
 *: config unconfirmed  SCOPES=2 TERMS=1 WIPES=0 DELETES=1 UNCONFIRMED BRIEF  without confirming reads: whose group was deleted is left out until it has looked
 *: config settings     SCOPES=2 TERMS=1 WIPES=1 DELETES=0 SETTINGS BRIEF     the two nodes have other settings
 *
 *: invariant one_acts       at most one node holds a token while its lease and its confirmation stand
 *: invariant terms_rise     a term of a scope is granted once, and after every smaller one
 *: invariant calls_rise     the tokens of calls let in never fall within a scope, and no scope follows a later one
 *: invariant dropped_rests  nobody acts in a dropped group, and its record stays as it is
 *: invariant frozen_rests   the term of a frozen group stays as it is
 *: invariant same_settings  a node acts in groups of its own settings only
 *
 *: rule R8_settings  learn_group  a group with other settings is not led
 *: rule R8_lease     renew        no lease is longer than the longest others accept
 *: rule R9_create    create       an absent group is created by anybody, under a scope of its own
 *: rule R9_first     take         the first term of a scope is taken a longest lease after the scope was first seen
 *: rule R9_burn      look         another scope, or an absent group, ends whatever was held
 *: rule R9_confirm   confirm      only a read that shows it as the holder lets a node act for a lease
 *: rule R9_wiped     learn_fate   a node whose record is missing is dead, and comes back as another
 *: rule R9_drop      drop         a group is dropped while nobody, or an expelled one, holds it
 *: rule R9_frozen    freeze       a frozen group is not taken
 *
 *: broken R8_OTHER_SETTINGS      settings     other settings are not refused
 *: broken R8_LONGER_LEASE        wiped        a node leads with a lease longer than others accept
 *: broken R9_FIRST_AT_ONCE       wiped        the first term of a scope does not wait
 *: broken R9_WAITS_TOO_SHORT     wiped        the first term waits less than a lease
 *: broken R9_WAITS_FROM_REQUEST  wiped        the wait counts from when the read was sent
 *: broken R9_WAITS_TO_CREATE     wiped        the wait is before the create
 *: broken R9_OLD_SCOPE_KEPT      unconfirmed  another scope does not end the old one
 *: broken R9_UNCONFIRMED         deleted      no read has to confirm the holder
 *: broken R9_CONFIRMED_BY_REPLY  deleted      the confirmation counts from the reply
 *: broken R9_SAME_SCOPE          deleted      a group is created again under the scope it had
 *: broken R9_VERSIONS_AGAIN      wiped        versions begin again after a wipe
 *: broken R9_TAKES_FROZEN        operated     a frozen group is taken
 *: broken R9_TAKES_DROPPED       operated     a dropped group is taken
 *: broken R9_DROPS_HELD          operated     a group is dropped while it is held
 */
/* tells once that a search came here */
#define reach(what) c_code { { static int once; if (!once) { once = 1; printf("reached " #what "\n"); } } }

#define N 2
#define NOBODY N
#define FORMER (N + 1)        /* an incarnation that knows it is dead */
#define LEASE 2
#ifdef R9_WAITS_TOO_SHORT
#define WAIT (LEASE - 1)
#else
#ifdef R9_FIRST_AT_ONCE
#define WAIT 0
#else
#ifdef R9_WAITS_TO_CREATE
#define WAIT 0
#else
#define WAIT LEASE
#endif
#endif
#endif
#ifdef R8_LONGER_LEASE
#define lease_of(i) (LEASE + 1 - i)
#else
#define lease_of(i) LEASE
#endif

/* ---- the store */
#define ALIVE 0
#define EXPELLED 1
#define GONE 2
byte node[N];
byte scope = 1;               /* 0: there is no such group */
byte term;
byte holder = NOBODY;
bool isFrozen;
bool isDropped;
byte settings;
byte scopes = 1;              /* made so far */
byte wipes, deletes;

/* ---- what a node knows */
byte left[N];
byte confirmed[N];
byte tokenScope[N];
byte token[N];
byte seen[N];                 /* the scope, 0: none */
byte waited[N];               /* since that scope was first seen */
byte burned[N];

/* ---- under way */
bool creates[N];
bool stray;                   /* a take of a former incarnation */
bool takes[N];
byte answer[N];               /* a term of one's own, in the scope seen */
#ifdef R9_WAITS_FROM_REQUEST
bool asked[N];
#endif
#ifdef R9_WAITS_TO_CREATE
byte absent[N];
#endif
#ifdef R9_CONFIRMED_BY_REPLY
bool shown[N];
#endif
#ifdef R9_VERSIONS_AGAIN
bool ghosts[N];
#endif

/* ---- what was observed from outside */
#ifdef UNCONFIRMED
bool excused[N];
#endif
byte granted[SCOPES + 1];
byte enteredScope;
byte entered;
bool dropped[SCOPES + 1];

bool one_acts, terms_rise, calls_rise, dropped_rests, frozen_rests, same_settings;
byte k, m;                    /* zero between steps */

#ifdef SETTINGS
#define settings_of(i) i
#else
#define settings_of(i) 0
#endif
#ifdef R8_OTHER_SETTINGS
#define compatible(i) true
#else
#define compatible(i) (settings == settings_of(i))
#endif

#ifdef R9_UNCONFIRMED
#define acts(i) (token[i] > 0 && left[i] > 0)
#else
#ifdef UNCONFIRMED
#define acts(i) (token[i] > 0 && left[i] > 0 && !excused[i])
#else
#define acts(i) (token[i] > 0 && left[i] > 0 && confirmed[i] > 0)
#endif
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

inline group_changes() {
	stray = false;
	for (k : 0 .. N - 1) {
#ifdef R9_VERSIONS_AGAIN
		ghosts[k] = ghosts[k] || takes[k];
#endif
		takes[k] = false
	}
	k = 0
}

inline lose(i) {
	burned[i] = (token[i] > burned[i] -> token[i] : burned[i]);
	token[i] = 0;
	tokenScope[i] = 0
}

inline remove_group() {
	group_changes();
	scope = 0;
	term = 0;
	holder = NOBODY;
	isFrozen = false;
	isDropped = false;
	settings = 0
}

/* what was known of a scope that is not there any more */
inline forget(i) {
	burned[i] = 0;
	waited[i] = 0;
	answer[i] = 0
}

#define is_dead(h) (h == FORMER || (h < N && node[h] == EXPELLED))
#define free(i) (holder == NOBODY || is_dead(holder) || (holder == i && burned[i] >= term))

#ifdef R9_WAITS_TO_CREATE
#define may_create(i) (absent[i] >= LEASE)
#else
#define may_create(i) true
#endif
#ifdef R9_TAKES_FROZEN
#define is_open (!isDropped)
#else
#ifdef R9_TAKES_DROPPED
#define is_open (!isFrozen)
#else
#define is_open (!isFrozen && !isDropped)
#endif
#endif
#ifdef R9_DROPS_HELD
#define may_drop true
#else
#define may_drop (holder == NOBODY || is_dead(holder))
#endif

active [N] proctype Node() {
	byte i = _pid;
	do
	:: d_step {
		node[i] == ALIVE ->
		reach(renew);
		left[i] = lease_of(i);
		check_one_acts()
	}
	:: d_step {
		node[i] != EXPELLED && left[i] == 0 && (node[i] == ALIVE || holder == i) ->
		reach(expelled);
		node[i] = EXPELLED
	}
	:: d_step {
		node[i] != ALIVE ->
		reach(learn_fate);
		lose(i);
		forget(i);
		seen[i] = 0;
		left[i] = 0;
		confirmed[i] = 0;
		stray = stray || takes[i];
		takes[i] = false;
		holder = (holder == i -> FORMER : holder);
		node[i] = ALIVE
	}
	:: d_step {
		seen[i] != scope ->
		reach(look);
#ifdef R9_OLD_SCOPE_KEPT
		skip;
#else
		if
		:: token[i] > 0 && tokenScope[i] != scope -> lose(i)
		:: else
		fi;
#endif
#ifdef UNCONFIRMED
		excused[i] = false;
#endif
#ifdef R9_WAITS_FROM_REQUEST
		m = waited[i];
		forget(i);
		waited[i] = (asked[i] -> m : 0);
		m = 0;
		asked[i] = false;
#else
		forget(i);
#endif
		seen[i] = scope;
		check_one_acts()
	}
#ifdef R9_WAITS_FROM_REQUEST
	:: d_step { seen[i] == 0 && !asked[i] -> asked[i] = true }
#endif
	:: d_step {
		seen[i] == 0 && scope == 0 && !creates[i] && may_create(i) ->
		reach(create);
		creates[i] = true
	}
	:: d_step {
		creates[i] && scope == 0 && scopes < SCOPES ->
		reach(create_happens);
		creates[i] = false;
#ifdef R9_SAME_SCOPE
		scope = scopes;
#else
		scopes++;
		scope = scopes;
#endif
		settings = settings_of(i)
	}
	:: d_step {
		token[i] == 0 && !takes[i] && scope > 0 && seen[i] == scope && term < TERMS &&
		free(i) && compatible(i) && is_open && (term > 0 || waited[i] >= WAIT) ->
		reach(take);
		takes[i] = true
	}
	:: d_step {
		takes[i] ->
		reach(take_happens);
		assert(!isFrozen || frozen_rests);
		assert(!isDropped || dropped_rests);
		group_changes();
#ifdef R9_VERSIONS_AGAIN
		ghosts[i] = false;
#endif
		term++;
		holder = i;
		answer[i] = (seen[i] == scope -> term : 0);
		confirmed[i] = lease_of(i)
	}
#ifdef R9_VERSIONS_AGAIN
	:: d_step {
		ghosts[i] && wipes > 0 && scope > 0 && term < TERMS ->
		ghosts[i] = false;
		group_changes();
		term++;
		holder = i;
		seen[i] = scope;
		answer[i] = term;
		confirmed[i] = lease_of(i)
	}
#endif
	:: d_step {
		token[i] == 0 && holder == i && seen[i] == scope && answer[i] != term ->
		reach(look_at_group);
		answer[i] = term;
		confirmed[i] = lease_of(i)
	}
	:: d_step {
		token[i] == 0 && answer[i] > 0 ->
		reach(learn_group);
		if
		:: answer[i] > burned[i] && left[i] > 0 ->
			token[i] = answer[i];
			tokenScope[i] = seen[i];
			assert(token[i] > granted[seen[i]] || terms_rise);
			granted[seen[i]] = token[i];
			check_one_acts();
			assert(seen[i] != scope || settings == settings_of(i) || same_settings)
		:: answer[i] > burned[i] && left[i] == 0 -> burned[i] = answer[i]
		:: else
		fi;
		answer[i] = 0
	}
#ifndef UNCONFIRMED
#ifdef R9_CONFIRMED_BY_REPLY
	:: d_step { token[i] > 0 && holder == i && seen[i] == scope -> shown[i] = true }
	:: d_step { shown[i] && token[i] > 0 -> shown[i] = false; confirmed[i] = lease_of(i); check_one_acts() }
#else
	:: d_step {
		token[i] > 0 && holder == i && scope > 0 ->
		reach(confirm);
		confirmed[i] = lease_of(i);
		check_one_acts()
	}
#endif
#endif
	:: d_step {
		acts(i) ->
		reach(call);
		assert(!dropped[tokenScope[i]] || dropped_rests);
		assert(tokenScope[i] > enteredScope || (tokenScope[i] == enteredScope && token[i] >= entered) || calls_rise);
		enteredScope = tokenScope[i];
		entered = token[i]
	}
	:: d_step {
		token[i] > 0 ->
		reach(burn);
		lose(i)
	}
	:: d_step {
		token[i] == 0 && holder == i && seen[i] == scope && burned[i] >= term ->
		reach(give);
		holder = NOBODY;
		group_changes()
	}
	od
}

active proctype World() {
	do
	:: d_step {
		stray ->
		reach(stray_happens);
		group_changes();
		term++;
		holder = FORMER
	}
#if WIPES > 0
	:: d_step {
		wipes < WIPES ->
		reach(wipe);
		wipes++;
		remove_group();
		for (k : 0 .. N - 1) {
			node[k] = GONE
		}
		k = 0
	}
#endif
#if DELETES > 0
	:: d_step {
		scope > 0 && deletes < DELETES ->
		reach(delete);
		deletes++;
#ifdef UNCONFIRMED
		for (k : 0 .. N - 1) {
			excused[k] = excused[k] || token[k] > 0 || answer[k] > 0
		}
#endif
		remove_group()
	}
#endif
#ifndef BRIEF
	:: d_step {
		scope > 0 && !isDropped ->
		reach(freeze);
		isFrozen = !isFrozen;
		group_changes()
	}
	:: d_step {
		scope > 0 && !isDropped && may_drop ->
		reach(drop);
		for (k : 0 .. N - 1) {
			assert(!(acts(k) && tokenScope[k] == scope) || dropped_rests)
		}
		k = 0;
		isDropped = true;
		dropped[scope] = true;
		group_changes()
	}
#endif
	:: d_step {
		true ->
		reach(tick);
		for (k : 0 .. N - 1) {
			left[k] = (left[k] > 0 -> left[k] - 1 : 0);
			confirmed[k] = (confirmed[k] > 0 -> confirmed[k] - 1 : 0);
#ifdef R9_WAITS_FROM_REQUEST
			waited[k] = ((seen[k] > 0 || asked[k]) && waited[k] < WAIT -> waited[k] + 1 : waited[k]);
#else
			waited[k] = (seen[k] > 0 && waited[k] < WAIT -> waited[k] + 1 : waited[k]);
#endif
#ifdef R9_WAITS_TO_CREATE
			absent[k] = (seen[k] == 0 && absent[k] < LEASE -> absent[k] + 1 : (seen[k] == 0 -> absent[k] : 0));
#endif
		}
		k = 0
	}
	od
}

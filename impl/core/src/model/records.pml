/*
 * The record of a node: made once, missed, found dead and removed (R0, R1, R3, R6 and R7). Node A lives
 * through it; B is every other node, always alive and acting while the group names it. Somebody may
 * delete A's record behind everyone's back, as often as there is one.
 *
 * That a record is absent is the one version that does recur. So a create, and an expulsion of a
 * missing node, which is a create too, stay under way whatever happens, and may happen whenever the
 * record is absent. The network may double the create, so that a copy of it happens later. Whoever
 * removes a dead record knows that no such copy lives any more; so does whoever deletes one.
 *
 *: config agree   TERMS=3          clocks that agree, three terms
 *: config drift   TERMS=2 DRIFT    clocks between half and full speed, the margin exactly at the bound
 *
 *: invariant one_acts    A does not hold a token under a standing lease while B acts
 *: invariant terms_rise  a term is granted once, and after every smaller one
 *: invariant dead_rests  a dead incarnation never lives again
 *
 *: rule R1_create   create       the create is sent once
 *: rule R1_dead     learn_fate   a record that is dead, or missing once known, is the end of its incarnation
 *: rule R3_known    take         no group is taken before the own record is known to exist
 *: rule R6_missing  miss         a missing record is a version, first seen when the answer came
 *: rule R6_expel    expel_missing  a missing node is expelled by creating its record, after the lease and the drift
 *: rule R7_remove   remove       a dead record is removed only while no group names it, and no request for it lives any more
 *
 *: broken R1_CREATES_AGAIN     agree  the create is sent again while its fate is unclear
 *: broken R1_MISSING_AND_ON    agree  a node whose record is missing makes it again and carries on
 *: broken R3_TAKES_UNKNOWN     agree  a group is taken before the own record is known to exist
 *: broken R7_TOO_EARLY         agree  a dead record is removed while a copy of its create is under way
 *: broken R6_NOT_WAITED        agree  a missing record is not waited out
 *: broken R6_SEEN_AT_REQUEST   agree  a missing record counts as seen when the read was sent
 *: broken R6_WAITS_TOO_SHORT   drift  a missing record is waited out for less than lease and drift
 */
/* tells once that a search came here */
#define reach(what) c_code { { static int once; if (!once) { once = 1; printf("reached " #what "\n"); } } }

#ifdef DRIFT
#define LEASE 3
#define MARGIN 1
#else
#define LEASE 2
#define MARGIN 0
#endif
#define HOLD (LEASE - MARGIN)
#define PATIENCE (LEASE + MARGIN)
#ifdef R6_NOT_WAITED
#define MISSING_PATIENCE 0
#else
#ifdef R6_WAITS_TOO_SHORT
#define MISSING_PATIENCE (LEASE - 1)
#else
#define MISSING_PATIENCE PATIENCE
#endif
#endif

/* ---- the store */
#define ALIVE 0
#define LEFT 1
#define EXPELLED 2
#define ABSENT 3
byte node = ABSENT;           /* A's record */
#define NOBODY 0
#define A 1
#define B 2
byte holder;
byte term;

/* ---- A: its create and one renewal at a time */
#define FREE 0
#define FLYING 1
#define HAPPENED 2
#define NOT_SENT 3
byte made = NOT_SENT;
byte madeAge;
bool madeShown;               /* the record is what the create wrote */
bool copy;                    /* of the create, under way */
byte put;
byte putAge;
bool putShown;
bool known;                   /* that the own record exists */
bool current;
bool over;
byte left;
byte token;
byte burned;
byte answer;
bool takes;

/* ---- B */
bool acts;
bool sees;                    /* the current version of A's record, or that it is absent */
byte watch;
bool expels;                  /* a create of A's record as EXPELLED is under way */
bool removes;
bool bTakes;
#ifdef R6_SEEN_AT_REQUEST
bool asked;
#endif

/* ---- what was observed from outside */
byte granted;
bool died;                    /* A's record was LEFT or EXPELLED */

bool one_acts, terms_rise, dead_rests;

inline check_one_acts() {
	assert(!(acts && token > 0 && left > 0) || one_acts)
}

/* A's record has a new version: what was sent for the old one never happens */
inline node_changes() {
	put = (put == FLYING -> FREE : put);
	putAge = (put == FREE -> 0 : putAge);
	removes = false;
	current = false;
	madeShown = false;
	putShown = false;
	sees = false;
#ifdef R6_SEEN_AT_REQUEST
	watch = (asked -> watch : 0)
#else
	watch = 0
#endif
}

inline lives() {
	assert(!died || dead_rests);
	node = ALIVE;
	node_changes();
	madeShown = true
}

inline dies(how) {
	node = how;
	died = true;
	node_changes()
}

inline group_changes() {
	takes = false;
	bTakes = false
}

inline finish() {
	over = true;
	token = 0;
	left = 0;
	answer = 0;
	current = false
}

inline extend(since) {
	left = (HOLD - since > left -> HOLD - since : left);
	check_one_acts()
}

active proctype Record() {
	do
	:: d_step {
		!over && made == NOT_SENT ->
		reach(create);
		made = FLYING
	}
	:: d_step {
		made == FLYING && node == ABSENT ->
		reach(create_happens);
		made = HAPPENED;
		lives()
	}
	:: d_step {
		made == FLYING && node == ABSENT ->
		reach(create_doubled);
		made = HAPPENED;
		copy = true;
		lives()
	}
	:: d_step {
		copy && node == ABSENT ->
		reach(copy_happens);
		copy = false;
		lives()
	}
	:: d_step {
		copy ->
		reach(copy_lost);
		copy = false
	}
#ifdef R1_CREATES_AGAIN
	:: d_step {
		/* another one is under way still */
		made == FLYING && node == ABSENT ->
		lives()
	}
#endif
	:: d_step {
		made == FLYING ->
		reach(create_fails);
		made = FREE; madeAge = 0
	}
	:: d_step {
		!over && !known && (made == HAPPENED || madeShown) ->
		reach(know);
		known = true;
		current = madeShown;
		extend(madeAge);
		madeAge = 0
	}
	:: d_step {
		!over && current && put == FREE ->
		reach(renew);
		put = FLYING
	}
	:: d_step {
		put == FLYING ->
		reach(renewed);
		node_changes();
		put = HAPPENED;
		putShown = true
	}
	:: d_step {
		put == FLYING ->
		reach(renewal_lost);
		put = FREE; putAge = 0
	}
	:: d_step {
		!over && put == HAPPENED ->
		reach(credit);
		current = putShown && node == ALIVE;
		extend(putAge);
		put = FREE; putAge = 0
	}
	:: d_step {
		!over && ((node != ALIVE && node != ABSENT) || (known && node == ABSENT)) ->
		reach(learn_fate);
#ifdef R1_MISSING_AND_ON
		if
		:: node == ABSENT -> made = FLYING; known = false
		:: else -> finish()
		fi
#else
		finish()
#endif
	}
	od
}

#ifdef R3_TAKES_UNKNOWN
#define may_lead true
#else
#define may_lead known
#endif

active proctype Role() {
	do
	:: d_step {
		may_lead && !over && token == 0 && !takes && term < TERMS && (holder == NOBODY || (holder == A && burned >= term)) ->
		reach(take);
		takes = true
	}
	:: d_step {
		takes ->
		reach(take_happens);
		group_changes();
		term++;
		holder = A;
		acts = false;
		answer = (over -> 0 : term)
	}
	:: d_step {
		!over && token == 0 && holder == A && answer != term ->
		reach(look_at_group);
		answer = term
	}
	:: d_step {
		!over && token == 0 && answer > 0 ->
		reach(learn_group);
		if
		:: answer > burned && known && left > 0 ->
			token = answer;
			assert(token > granted || terms_rise);
			granted = token;
			check_one_acts()
		:: answer > burned && !(known && left > 0) -> burned = answer
		:: else
		fi;
		answer = 0
	}
	:: d_step {
		token > 0 ->
		reach(burn);
		burned = token;
		token = 0
	}
	:: d_step {
		!over && token == 0 && holder == A && burned >= term ->
		reach(give);
		holder = NOBODY;
		group_changes()
	}
	:: d_step {
		!over && token == 0 ->
		reach(leave);
		finish();
		if
		:: node == ALIVE && current -> dies(LEFT)
		:: else
		fi
	}
	od
}

#define dead(record) (record == LEFT || record == EXPELLED)
#ifdef R7_TOO_EARLY
#define no_copy_lives true
#else
#define no_copy_lives (!copy)
#endif

active proctype Others() {
	do
#ifdef R6_SEEN_AT_REQUEST
	:: d_step { !asked && !sees -> asked = true; watch = 0 }
	:: d_step { asked && (node == ALIVE || (node == ABSENT && holder == A)) -> asked = false; sees = true }
#else
	:: d_step {
		!sees && node == ALIVE ->
		reach(look);
		sees = true
	}
	:: d_step {
		!sees && node == ABSENT && holder == A ->
		reach(miss);
		sees = true
	}
#endif
	:: d_step {
		sees && node == ALIVE && watch >= PATIENCE ->
		reach(expel);
		dies(EXPELLED)
	}
	:: d_step {
		sees && node == ABSENT && holder == A && watch >= MISSING_PATIENCE && !expels ->
		reach(expel_missing);
		expels = true
	}
	:: d_step {
		expels && node == ABSENT ->
		reach(expel_happens);
		expels = false;
		dies(EXPELLED)
	}
	:: d_step {
		dead(node) && holder != A && no_copy_lives && !removes ->
		reach(remove);
		removes = true
	}
	:: d_step {
		removes ->
		reach(remove_happens);
		node = ABSENT;
		node_changes()
	}
	:: d_step {
		!acts && !bTakes && term < TERMS && (holder == NOBODY || (holder == A && dead(node))) ->
		reach(other_takes);
		bTakes = true
	}
	:: d_step {
		bTakes ->
		reach(other_took);
		group_changes();
		term++;
		holder = B;
		acts = true;
		assert(term > granted || terms_rise);
		granted = term;
		check_one_acts()
	}
	:: d_step {
		acts ->
		reach(other_gives);
		acts = false;
		holder = NOBODY;
		group_changes()
	}
	od
}

/* behind everyone's back */
active proctype Deletion() {
	do
	:: d_step {
		node == ALIVE || (dead(node) && !copy) ->
		reach(deleted);
		node = ABSENT;
		node_changes()
	}
	od
}

#define older(value, by, most) value = (value + by > most -> most : value + by)

inline pass_at_A(by) {
	left = (left > by -> left - by : 0);
	if
	:: !known && (made == FLYING || made == HAPPENED) -> older(madeAge, by, HOLD)
	:: else
	fi;
	if
	:: put != FREE -> older(putAge, by, HOLD)
	:: else
	fi
}

inline pass_at_B(by) {
#ifdef R6_SEEN_AT_REQUEST
	watch = (sees || asked -> watch + by : 0);
#else
	watch = (sees -> watch + by : 0);
#endif
	watch = (watch > PATIENCE -> PATIENCE : watch)
}

active proctype Time() {
	do
	:: d_step {
		true ->
		reach(tick);
		pass_at_A(1);
		pass_at_B(1)
	}
#ifdef DRIFT
	:: d_step { pass_at_A(1); pass_at_B(2) }
	:: d_step { pass_at_A(2); pass_at_B(1) }
	:: d_step { pass_at_A(2); pass_at_B(2) }
#endif
	od
}

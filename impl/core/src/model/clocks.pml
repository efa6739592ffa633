/*
 * Both clocks of a node (R1 and R4): one node whose lease is renewed, the calls it lets in, and what
 * is true meanwhile. Nobody else appears: what matters is whether somebody else may have taken over,
 * which is so from one lease after the newest renewal on (lease.pml shows that). Rates agree here.
 *
 * The machine may be suspended: the monotonic clock stands still then, and the wall clock, when it
 * is read again, does not. The wall clock may be set forward and back, by any amount. Both within one
 * lease, as the monotonic clock counts it, is the known hole of two clocks, shown as a variant.
 *
 *: config both                                two renewals under way, suspends and steps of the wall clock
 *
 *: invariant lease_held   when the wall clock of a call let in was read, nobody else could have taken over
 *
 *: rule R1_pair      credit      both deadlines are those of one attempt, the newest credited
 *: rule R4_snapshot  enter       both deadlines are read at once
 *: rule R4_wall      read_wall   the wall clock is read first
 *: rule R4_monotonic read_mono   the monotonic clock is read last
 *
 *: broken R4_MONOTONIC_ONLY           both  the wall clock is not read
 *: broken R4_WALL_ONLY                both  the monotonic clock is not read
 *: broken R4_MONOTONIC_FIRST          both  the monotonic clock is read before the wall clock
 *: broken R4_TWO_MAXIMA               both  the deadlines are two maxima
 *: broken R4_WALL_FROM_THE_REPLY      both  the wall deadline counts from the reply
 *: broken R4_MONOTONIC_FROM_THE_REPLY both  the monotonic deadline counts from the reply
 *: broken R4_WALL_OF_A_LATER          both  the monotonic deadline is of one attempt, the wall deadline of a later one
 *: broken R4_SUSPEND_AND_STEP_BACK    both  the known hole: a suspend and a step back within one lease
 */
/* tells once that a search came here */
#define reach(what) c_code { { static int once; if (!once) { once = 1; printf("reached " #what "\n"); } } }

#define LEASE 2
#define FAR 4                 /* beyond this a wall clock's difference makes no difference */

#define FREE 0
#define FLYING 1
#define HAPPENED 2

/* ---- two attempts: when they were sent, by both clocks, as ages */
byte put[2];
byte monoAge[2];
short wallAge[2];
bit latest;                   /* sent last */

/* ---- the lease: how long it stands by each clock */
byte monoLeft;
short wallLeft;

/* ---- one call that is being let in */
#define OUTSIDE 0
#define ENTERED 1
#define ONE_READ 2
byte call;
byte callMono;                /* the snapshot's deadlines */
short callWall;
bool heldThen;                /* nobody could have taken over when the wall clock was read */

/* ---- the truth */
byte silent = LEASE;          /* time since the newest renewal happened */
byte sinceSuspend = LEASE;    /* both on the monotonic clock */
byte sinceStepBack = LEASE;

bool lease_held;

/* where the monotonic clock stands beyond a deadline, the wall clock makes no difference any more */
#if defined(R4_WALL_ONLY) || defined(R4_MONOTONIC_FIRST)
#define decided(passed) false
#else
#define decided(passed) (passed)
#endif

inline happens(s) {
	put[s] = HAPPENED;
	put[1 - s] = (put[1 - s] == FLYING -> FREE : put[1 - s]);
	silent = 0
}

#define later(s) (put[1 - s] != FREE && latest == 1 - s)

inline credited(s) {
#ifdef R4_TWO_MAXIMA
	monoLeft = (LEASE - monoAge[s] > monoLeft -> LEASE - monoAge[s] : monoLeft);
	wallLeft = (LEASE - wallAge[s] > wallLeft -> LEASE - wallAge[s] : wallLeft);
#else
	monoLeft = LEASE - monoAge[s];
	wallLeft = LEASE - wallAge[s];
#endif
#ifdef R4_WALL_FROM_THE_REPLY
	wallLeft = LEASE;
#endif
#ifdef R4_MONOTONIC_FROM_THE_REPLY
	monoLeft = LEASE;
#endif
#ifdef R4_WALL_OF_A_LATER
	wallLeft = (later(s) -> LEASE - wallAge[1 - s] : wallLeft);
#endif
	wallLeft = (decided(monoLeft == 0) -> 0 : wallLeft);
	/* an older one is not credited any more */
	put[1 - s] = (later(s) -> put[1 - s] : FREE);
	put[s] = FREE;
	monoAge[s] = 0;
	wallAge[s] = 0;
	monoAge[1 - s] = (later(s) -> monoAge[1 - s] : 0);
	wallAge[1 - s] = (later(s) -> wallAge[1 - s] : 0)
}

active [2] proctype Attempt() {
	bit s = _pid;
	do
	:: d_step {
		put[s] == FREE ->
		reach(send);
		put[s] = FLYING;
		latest = s;
		monoAge[s] = 0;
		wallAge[s] = 0
	}
	:: d_step { put[s] == FLYING -> happens(s) }
	:: d_step { put[s] == FLYING -> put[s] = FREE }
	:: d_step {
		put[s] == HAPPENED ->
		reach(credit);
		credited(s)
	}
	od
}

#ifdef R4_MONOTONIC_ONLY
#define wallStands true
#else
#define wallStands (callWall > 0)
#endif
#ifdef R4_WALL_ONLY
#define monoStands true
#else
#define monoStands (callMono > 0)
#endif
#ifdef R4_MONOTONIC_FIRST
#define FIRST ONE_READ
#define LAST ENTERED
#define noMoreWall false
#else
#define FIRST ENTERED
#define LAST ONE_READ
#define noMoreWall (call == ONE_READ)
#endif

inline go_on(stands) {
	assert(!stands || call == ENTERED || heldThen || lease_held);
	call = (stands && call == ENTERED -> ONE_READ : OUTSIDE);
	callMono = (call == OUTSIDE -> 0 : callMono);
	callWall = (call == OUTSIDE || noMoreWall -> 0 : callWall);
	heldThen = heldThen && call == ONE_READ
}

active proctype Calls() {
	do
	:: d_step {
		call == OUTSIDE ->
		reach(enter);
		call = ENTERED;
		callMono = monoLeft;
		callWall = wallLeft;
		heldThen = false
	}
	:: d_step {
		call == FIRST ->
		reach(read_wall);
		heldThen = (silent < LEASE);
		go_on(wallStands)
	}
	:: d_step {
		call == LAST ->
		reach(read_mono);
		go_on(monoStands)
	}
	od
}

#define atMost(value, most) value = (value > most -> most : value)
#define atLeast(value, least) value = (value < least -> least : value)

inline wall_moves(by) {
	wallLeft = (decided(monoLeft == 0) -> 0 : wallLeft - (by));
	atMost(wallLeft, FAR);
	atLeast(wallLeft, -FAR);
	callWall = (call == OUTSIDE || noMoreWall || decided(callMono == 0) -> 0 : callWall - (by));
	atMost(callWall, FAR);
	atLeast(callWall, -FAR);
	wallAge[0] = (put[0] == FREE || decided(monoAge[0] == LEASE) -> 0 : wallAge[0] + (by));
	atMost(wallAge[0], FAR);
	atLeast(wallAge[0], -FAR);
	wallAge[1] = (put[1] == FREE || decided(monoAge[1] == LEASE) -> 0 : wallAge[1] + (by));
	atMost(wallAge[1], FAR);
	atLeast(wallAge[1], -FAR)
}

inline mono_moves() {
	monoLeft = (monoLeft > 0 -> monoLeft - 1 : 0);
	callMono = (call != OUTSIDE && callMono > 0 -> callMono - 1 : 0);
	monoAge[0] = (put[0] == FREE -> 0 : monoAge[0] + 1);
	atMost(monoAge[0], LEASE);
	monoAge[1] = (put[1] == FREE -> 0 : monoAge[1] + 1);
	atMost(monoAge[1], LEASE);
	sinceSuspend++;
	atMost(sinceSuspend, LEASE);
	sinceStepBack++;
	atMost(sinceStepBack, LEASE)
}

#ifdef R4_SUSPEND_AND_STEP_BACK
#define apart(since) true
#else
#define apart(since) (since == LEASE)
#endif

active proctype Time() {
	do
	:: d_step {
		true ->
		reach(tick);
		mono_moves();
		wall_moves(1);
		silent++;
		atMost(silent, LEASE)
	}
	:: d_step {
		apart(sinceStepBack) ->
		reach(suspend);
		wall_moves(1);
		sinceSuspend = 0;
		silent++;
		atMost(silent, LEASE)
	}
	:: d_step {
		apart(sinceSuspend) ->
		reach(step_back);
		wall_moves(-1);
		sinceStepBack = 0
	}
	:: d_step {
		true ->
		reach(step_forward);
		wall_moves(1)
	}
	od
}

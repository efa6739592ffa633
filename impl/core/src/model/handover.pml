/*
 * A role handed over by choice (R4 and R5), step by step as threads take them: calls at the primary
 * are counted, judged and run; it closes, drains, burns its term and releases; a successor takes the
 * next term and lets calls in. Leases stand all the while, so that nothing but the order of these
 * steps keeps the two apart. Effects reach the resource when they like.
 *
 *: config two      CALLS=2 ROUNDS=2   two callers, two calls each; the count is striped twofold
 *: config three    CALLS=3 ROUNDS=1   three callers
 *
 *: invariant calls_rise     no call is let in under a term after a call under a greater one
 *: invariant drained_first  the successor lets nobody in while a call runs that was waited for
 *: invariant effects_rise   effects are applied in the order of their tokens
 *
 *: rule R4_again    ask_again    the token is looked at again after the clocks were read
 *: rule R5_count    entered      a call is counted before it is judged
 *: rule R5_close    close        nobody is let in any more before the drain begins
 *: rule R5_drain    sum_returned  those that returned are summed before those that entered
 *: rule R5_burn     burn         the term is burned after the drain, and before the release is sent
 *: rule R5_release  released     the successor comes after the release
 *: rule fence       apply        the resource refuses a token lower than the highest it has seen
 *
 *: broken R4_TOKEN_READ_ONCE      two  the token is read before the clocks only
 *: broken R5_JUDGED_THEN_COUNTED  two  a call is judged before it is counted
 *: broken R5_NOT_CLOSED_FIRST     two  the drain begins before the gate is closed
 *: broken R5_ENTERED_SUMMED_FIRST two  those that entered are summed before those that returned
 *: broken R5_NOT_DRAINED          two  the release is sent while calls run
 *: broken NO_FENCE                two  the resource compares no tokens
 */
/* tells once that a search came here */
#define reach(what) c_code { { static int once; if (!once) { once = 1; printf("reached " #what "\n"); } } }

/* ---- the primary's gate: one snapshot */
bool open = true;
bool token = true;            /* held, and not burned */
byte entered[2];
byte returned[2];

/* ---- the store */
bool giving;                  /* the release is under way */
bool given;

/* ---- what was observed from outside */
byte running;                 /* calls let in that have not returned */
bool gaveUp;                  /* the drain's time was over */
bool succeeded;               /* the successor has let a call in */
byte effects;                 /* of the former primary, under way */
bool effect;                  /* of the successor, under way */
bool applied;                 /* an effect of the successor is applied */

bool calls_rise, drained_first, effects_rise;

/* a striped count: which stripe a thread hits is anybody's guess */
#define count(counter) if :: d_step { counter[0]++; reach(counter) } :: counter[1]++ fi

inline run_call() {
	d_step {
		reach(let_in);
		assert(!late || calls_rise);
		assert(!succeeded || gaveUp || drained_first);
		running++
	}
	if
	:: effects++
	:: true
	fi;
	running--
}

active [CALLS] proctype Call() {
	byte round;
	bool late;                    /* the successor had let a call in when the clocks were read */
	for (round : 1 .. ROUNDS) {
#ifndef R5_JUDGED_THEN_COUNTED
		count(entered);
#endif
		if
		:: open && token ->
			late = succeeded;
			if
#ifdef R4_TOKEN_READ_ONCE
			:: true ->
#else
			:: d_step { open && token -> reach(ask_again) }
#endif
#ifdef R5_JUDGED_THEN_COUNTED
				count(entered);
				run_call();
				count(returned)
#else
				run_call()
#endif
			:: else
			fi
		:: else
		fi;
#ifndef R5_JUDGED_THEN_COUNTED
		count(returned);
#endif
		late = false
	}
}

#ifdef R5_ENTERED_SUMMED_FIRST
#define firstCounter entered
#define lastCounter returned
#else
#define firstCounter returned
#define lastCounter entered
#endif

active proctype Primary() {
	byte first, last;
#ifndef R5_NOT_CLOSED_FIRST
	d_step { open = false; reach(close) }
#endif
#ifndef R5_NOT_DRAINED
	do
	:: first = firstCounter[0];
		reach(sum_returned);
		first = first + firstCounter[1];
		last = lastCounter[0];
		last = last + lastCounter[1];
		if
		:: first == last -> break
		:: else -> first = 0; last = 0
		fi
	:: gaveUp = true -> break
	od;
#endif
	token = false;
	reach(burn);
	giving = true
}

active proctype Store() {
	giving;
	d_step { given = true; reach(released) }
}

active proctype Successor() {
	given;
	d_step {
		reach(succeed);
		assert(running == 0 || gaveUp || drained_first);
		succeeded = true
	}
	effect = true
}

#ifdef NO_FENCE
#define fenced false
#else
#define fenced true
#endif

active proctype Resource() {
end:	do
	:: d_step {
		effects > 0 ->
		reach(apply);
		effects--;
		if
		:: fenced && applied        /* refused */
		:: else -> assert(!applied || effects_rise)
		fi
	}
	:: d_step { effect -> effect = false; applied = true }
	od
}

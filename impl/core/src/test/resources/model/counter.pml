/*
 * A model to try the checker with.
 *
 *: config counts      MOST=9        counts to nine and begins anew
 *: config stuck       MOST=9 STUCK  has a statement nothing leads to
 *
 *: invariant within   nothing is counted beyond the most
 *
 *: rule R0 reset  counting begins anew in time
 *
 *: broken NEVER_ANEW   counts  counting goes on
 *: broken AS_IT_IS     counts  nothing is broken, and nothing is found
 */
/* tells once that a search came here */
#define reach(what) c_code { { static int once; if (!once) { once = 1; printf("reached " #what "\n"); } } }
byte count;
bool within;

#ifdef NEVER_ANEW
#define goes_on true
#else
#define goes_on (count < MOST)
#endif

active proctype Counter() {
	do
	:: d_step {
		goes_on ->
		count++;
		assert(count <= MOST || within)
	}
	:: d_step {
		count == MOST ->
		reach(reset);
		count = 0
	}
#ifdef STUCK
	:: d_step { count > MOST -> reach(nothing); count = 1 }
#endif
	od
}

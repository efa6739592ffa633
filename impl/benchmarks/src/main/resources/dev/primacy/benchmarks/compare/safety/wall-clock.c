/*
 * Stands before the C library and moves the wall clock of a process by WALL_CLOCK_OFFSET seconds.
 * All other clocks are as they are, so are time limits of waits: those of the JVM are monotonic.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static int (*real_clock_gettime)(clockid_t, struct timespec *);
static long offset;

__attribute__((constructor)) static void prepare(void) {
  const char *seconds = getenv("WALL_CLOCK_OFFSET");
  offset = seconds == NULL ? 0 : atol(seconds);
  real_clock_gettime = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  if (real_clock_gettime == NULL) {
    prepare(); /* asked by another library that is prepared earlier */
  }
  int result = real_clock_gettime(clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    now->tv_sec += offset;
  }
  return result;
}

int gettimeofday(struct timeval *now, void *zone) {
  struct timespec precise;
  (void)zone;
  int result = clock_gettime(CLOCK_REALTIME, &precise);
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return result;
}

time_t time(time_t *seconds) {
  struct timespec precise;
  clock_gettime(CLOCK_REALTIME, &precise);
  if (seconds != NULL) {
    *seconds = precise.tv_sec;
  }
  return precise.tv_sec;
}

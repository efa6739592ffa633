/*
 * Stands before the C library and shows a process other clocks: a wall clock that is ahead or
 * behind, and a monotonic clock that stood still for a while, as after the machine was suspended.
 * How much is in a file that somebody else writes, as two numbers of nanoseconds.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL

struct control {
  long long wall_ahead;
  long long monotonic_behind;
};

static const volatile struct control *control;

typedef int (*gettime)(clockid_t, struct timespec *);
typedef int (*timedwait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);

__attribute__((constructor)) static void open_control(void) {
  const char *name = getenv("CLOCKS_CONTROL");
  int file = name == NULL ? -1 : open(name, O_RDONLY);
  if (file >= 0) {
    void *mapped = mmap(NULL, sizeof(struct control), PROT_READ, MAP_SHARED, file, 0);
    close(file);
    control = mapped == MAP_FAILED ? NULL : mapped;
  }
}

static void add(struct timespec *time, long long nanos) {
  long long sum = time->tv_sec * SECOND + time->tv_nsec + nanos;
  time->tv_sec = sum / SECOND;
  time->tv_nsec = sum % SECOND;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  static gettime next;
  if (next == NULL) {
    next = (gettime)dlsym(RTLD_NEXT, "clock_gettime");
  }
  int result = next(clock, time);
  if (result == 0 && control != NULL) {
    if (clock == CLOCK_REALTIME) {
      add(time, control->wall_ahead);
    } else if (clock == CLOCK_MONOTONIC) {
      add(time, -control->monotonic_behind);
    }
  }
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  struct timespec now;
  int result = clock_gettime(CLOCK_REALTIME, &now);
  (void)zone;
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return result;
}

/* The kernel waits by its own clock: what was reckoned from the one shown is put back. */
int pthread_cond_timedwait(
    pthread_cond_t *cond, pthread_mutex_t *mutex, const struct timespec *until) {
  static timedwait next;
  if (next == NULL) {
    next = (timedwait)dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
  }
  if (next == NULL) {
    next = (timedwait)dlsym(RTLD_NEXT, "pthread_cond_timedwait");
  }
  struct timespec kernel = *until;
  if (control != NULL) {
    add(&kernel, control->monotonic_behind);
  }
  return next(cond, mutex, &kernel);
}

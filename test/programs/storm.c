/*
 * `storm MARK FIRST LAST PER_SECOND PROGRAM`: runs `PROGRAM <MARK><n>` for n = FIRST … LAST, evenly paced, one at a time, and waits
 * for each. Prints how many it ran; exit 1 when one could not be started. PER_SECOND 0 is as fast as it goes.
 */
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static void pace(struct timespec *next, long per_second)
{
	if (per_second <= 0)
		return;
	next->tv_nsec += 1000000000L / per_second;
	while (next->tv_nsec >= 1000000000L) {
		next->tv_nsec -= 1000000000L;
		next->tv_sec++;
	}
	clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, next, NULL);
}

int main(int argc, char **argv)
{
	if (argc != 6) {
		fprintf(stderr, "usage: storm MARK FIRST LAST PER_SECOND PROGRAM\n");
		return 2;
	}
	long first = atol(argv[2]), last = atol(argv[3]), per_second = atol(argv[4]);
	struct timespec next;
	clock_gettime(CLOCK_MONOTONIC, &next);
	for (long n = first; n <= last; n++) {
		char mark[64];
		snprintf(mark, sizeof mark, "%s%ld", argv[1], n);
		char *args[] = { argv[5], mark, NULL };
		pid_t pid;
		int problem = posix_spawn(&pid, argv[5], NULL, NULL, args, environ);
		if (problem != 0) {
			fprintf(stderr, "%s: %s\n", argv[5], strerror(problem));
			return 1;
		}
		waitpid(pid, NULL, 0);
		pace(&next, per_second);
	}
	printf("%ld\n", last - first + 1);
	return 0;
}

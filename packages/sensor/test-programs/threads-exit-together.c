/* threads-exit-together COUNT: COUNT processes, in each of which the leader and three threads end at the same moment, with no exit_group. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_barrier_t barrier;

/* The bare system call ends only this thread. */
static void *run(void *argument)
{
	(void)argument;
	pthread_barrier_wait(&barrier);
	syscall(SYS_exit, 0);
	return NULL;
}

static void be_many(void)
{
	pthread_barrier_init(&barrier, NULL, 4);
	for (int i = 0; i < 3; i++) {
		pthread_t thread;
		pthread_create(&thread, NULL, run, NULL);
	}
	run(NULL);
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	for (int i = 0; i < atoi(argv[1]); i++) {
		pid_t child = fork();
		if (child == 0)
			be_many();
		printf("%d\n", child);
		waitpid(child, NULL, 0);
	}
	return 0;
}

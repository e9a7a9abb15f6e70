/* A thread other than the leader execs /bin/true: it takes over the leader's pid. Prints the thread's id first. */
#include <pthread.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *run(void *argument)
{
	(void)argument;
	printf("%ld\n", syscall(SYS_gettid));
	fflush(stdout);
	execl("/bin/true", "true", "from-a-thread", NULL);
	return NULL;
}

int main(void)
{
	pthread_t thread;

	pthread_create(&thread, NULL, run, NULL);
	pthread_join(thread, NULL);
	return 1;
}

/* leader-exits-first CODE: the leader ends its thread at once; 50 ms later another thread ends the process with CODE. */
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static void *run(void *code)
{
	usleep(50000);
	exit(atoi(code));
}

int main(int argc, char **argv)
{
	pthread_t thread;

	if (argc != 2)
		return 2;
	pthread_create(&thread, NULL, run, argv[1]);
	pthread_exit(NULL);
}

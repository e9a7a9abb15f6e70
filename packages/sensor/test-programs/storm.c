/* storm COUNT PROGRAM: runs PROGRAM with its number as argument, COUNT times, one after the other; prints how many it reaped. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int reaped = 0;

	if (argc != 3)
		return 2;
	for (int i = 0; i < atoi(argv[1]); i++) {
		char text[16];
		snprintf(text, sizeof(text), "%d", i);
		pid_t child = vfork();
		if (child == 0) {
			execl(argv[2], "storm-child", text, NULL);
			_exit(127);
		}
		int status;
		if (waitpid(child, &status, 0) == child && status == 0)
			reaped++;
	}
	printf("%d\n", reaped);
	return 0;
}

/* Runs a copy of itself that lies in memory only. The copy ends with 0. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	(void)argv;
	if (argc > 1)
		return 0;
	int self = open("/proc/self/exe", O_RDONLY);
	int memory = memfd_create("weft-hidden", MFD_CLOEXEC);
	if (self < 0 || memory < 0)
		return 1;
	while (sendfile(memory, self, NULL, 1 << 20) > 0)
		;
	fexecve(memory, (char *[]){ "hidden", "copy", NULL }, (char *[]){ NULL });
	return 1;
}

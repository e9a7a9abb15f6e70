/*
 * tcp-client ADDRESS PORT MODE BYTES: connects, says "connected PID", sends BYTES, and then
 *   half   shuts its sending side, reads to the end, says "received N" and closes
 *   hold   says "sent N", waits for a line on stdin, then does as half
 *   reset  waits for a line on stdin, then resets the connection
 * Says "failed ERRNO" when it cannot connect.
 */
#include <errno.h>
#include "tcp.h"

static void finish(int fd)
{
	shutdown(fd, SHUT_WR);
	say("received", receive_to_end(fd));
	close(fd);
}

static void reset(int fd)
{
	struct linger now = { .l_onoff = 1, .l_linger = 0 };

	wait_for_line();
	setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
	close(fd);
}

int main(int argc, char **argv)
{
	if (argc != 5)
		return 2;
	struct endpoint endpoint = endpoint_of(argv[1], atoi(argv[2]));
	int fd = must(socket(endpoint.any.sa_family, SOCK_STREAM, 0), "socket");

	if (connect(fd, &endpoint.any, endpoint.size) < 0) {
		say("failed", errno);
		return 0;
	}
	say("connected", getpid());
	send_bytes(fd, atol(argv[4]));
	if (strcmp(argv[3], "half") != 0)
		say("sent", atol(argv[4]));
	if (strcmp(argv[3], "hold") == 0)
		wait_for_line();
	if (strcmp(argv[3], "reset") == 0)
		reset(fd);
	else
		finish(fd);
	return 0;
}

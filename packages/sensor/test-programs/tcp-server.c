/*
 * tcp-server ADDRESS MODE BYTES: says "port N", accepts one connection, says "handler PID", reads it to its end, says "received N",
 * sends BYTES and closes.
 *   self     the listening process serves
 *   fork     a child forked after accepting serves, the parent closes
 *   prefork  a child forked before accepting accepts and serves
 *   silent   accepts and closes without reading or writing
 *   push     a child forked after accepting sends and closes without reading
 *   hold     like self, but waits for a line on stdin before closing
 */
#include <sys/wait.h>
#include "tcp.h"

static int listen_on(const char *address)
{
	struct endpoint endpoint = endpoint_of(address, 0);
	int fd = must(socket(endpoint.any.sa_family, SOCK_STREAM, 0), "socket");

	must(bind(fd, &endpoint.any, endpoint.size), "bind");
	must(listen(fd, 16), "listen");
	must(getsockname(fd, &endpoint.any, &endpoint.size), "getsockname");
	say("port", ntohs(endpoint.v4.sin_port));
	return fd;
}

static void serve(int fd, long bytes, int is_held)
{
	say("handler", getpid());
	say("received", receive_to_end(fd));
	send_bytes(fd, bytes);
	if (is_held)
		wait_for_line();
	close(fd);
}

/* The child closes last: the pipe ends when the parent has closed. */
static void push_in_child(int fd, long bytes)
{
	int parent_closed[2];
	char none;

	must(pipe(parent_closed), "pipe");
	if (fork() == 0) {
		close(parent_closed[1]);
		say("handler", getpid());
		send_bytes(fd, bytes);
		must(read(parent_closed[0], &none, 1), "read");
		close(fd);
		exit(0);
	}
	close(fd);
	close(parent_closed[1]);
	wait(NULL);
}

static void serve_in_child(int listener, int fd, long bytes)
{
	if (fork() == 0) {
		serve(fd < 0 ? must(accept(listener, NULL, NULL), "accept") : fd, bytes, 0);
		exit(0);
	}
	close(fd);
	wait(NULL);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	int listener = listen_on(argv[1]);
	long bytes = atol(argv[3]);

	if (strcmp(argv[2], "prefork") == 0) {
		serve_in_child(listener, -1, bytes);
		return 0;
	}
	int fd = must(accept(listener, NULL, NULL), "accept");
	if (strcmp(argv[2], "fork") == 0)
		serve_in_child(listener, fd, bytes);
	else if (strcmp(argv[2], "push") == 0)
		push_in_child(fd, bytes);
	else if (strcmp(argv[2], "silent") == 0)
		close(fd);
	else
		serve(fd, bytes, strcmp(argv[2], "hold") == 0);
	return 0;
}

/*
 * One known TCP exchange: `exchange serve ADDRESS PORT COUNT` and `exchange ask ADDRESS PORT SEND RECEIVE`.
 * The asker sends SEND bytes after an 8-byte header that tells the server how many bytes to send back, reads RECEIVE
 * bytes and closes. So the client's payload is SEND + 8 bytes out and RECEIVE bytes in. The server takes COUNT connections.
 * Prints one line when the server listens, and errors with their cause; exit 1 on any of them.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void fail(const char *what)
{
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	exit(1);
}

static void write_bytes(int fd, uint64_t count)
{
	static char block[65536];
	while (count > 0) {
		size_t want = count < sizeof block ? (size_t)count : sizeof block;
		ssize_t n = send(fd, block, want, MSG_NOSIGNAL);
		if (n <= 0)
			fail("send");
		count -= (uint64_t)n;
	}
}

static void read_bytes(int fd, uint64_t count)
{
	static char block[65536];
	while (count > 0) {
		size_t want = count < sizeof block ? (size_t)count : sizeof block;
		ssize_t n = recv(fd, block, want, 0);
		if (n <= 0)
			fail("recv");
		count -= (uint64_t)n;
	}
}

static int open_socket(const char *address, const char *port, int is_server)
{
	struct addrinfo hints = { .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM }, *where;
	if (getaddrinfo(address, port, &hints, &where) != 0)
		fail("address");
	int fd = socket(where->ai_family, SOCK_STREAM, 0);
	int on = 1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (is_server ? bind(fd, where->ai_addr, where->ai_addrlen) != 0 || listen(fd, 64) != 0
		      : connect(fd, where->ai_addr, where->ai_addrlen) != 0)
		fail(is_server ? "listen" : "connect");
	return fd;
}

static void answer(int fd, uint64_t expected)
{
	uint64_t sizes[1];
	if (recv(fd, sizes, sizeof sizes, MSG_WAITALL) != sizeof sizes)
		fail("header");
	read_bytes(fd, expected);
	write_bytes(fd, sizes[0]);
	/* Wait for the asker's end, so that nothing is reset under way. */
	char end;
	if (recv(fd, &end, 1, 0) != 0)
		fail("end");
	close(fd);
}

int main(int argc, char **argv)
{
	if (argc != 6) {
		fprintf(stderr, "usage: exchange serve ADDRESS PORT COUNT SEND | exchange ask ADDRESS PORT SEND RECEIVE\n");
		return 2;
	}
	if (strcmp(argv[1], "serve") == 0) {
		int listener = open_socket(argv[2], argv[3], 1);
		printf("listening\n");
		fflush(stdout);
		for (long left = atol(argv[4]); left > 0; left--) {
			int fd = accept(listener, NULL, NULL);
			if (fd < 0)
				fail("accept");
			answer(fd, strtoull(argv[5], NULL, 10));
		}
		return 0;
	}
	int fd = open_socket(argv[2], argv[3], 0);
	uint64_t receive = strtoull(argv[5], NULL, 10);
	if (send(fd, &receive, sizeof receive, MSG_NOSIGNAL) != sizeof receive)
		fail("send");
	write_bytes(fd, strtoull(argv[4], NULL, 10));
	read_bytes(fd, receive);
	close(fd);
	return 0;
}

/* TCP over IPv4 and IPv6 with known byte counts. */
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct endpoint {
	union {
		struct sockaddr any;
		struct sockaddr_in v4;
		struct sockaddr_in6 v6;
	};
	socklen_t size;
};

static inline struct endpoint endpoint_of(const char *address, int port)
{
	struct endpoint endpoint;

	memset(&endpoint, 0, sizeof(endpoint));
	if (inet_pton(AF_INET, address, &endpoint.v4.sin_addr) == 1) {
		endpoint.v4.sin_family = AF_INET;
		endpoint.v4.sin_port = htons(port);
		endpoint.size = sizeof(endpoint.v4);
	} else {
		inet_pton(AF_INET6, address, &endpoint.v6.sin6_addr);
		endpoint.v6.sin6_family = AF_INET6;
		endpoint.v6.sin6_port = htons(port);
		endpoint.size = sizeof(endpoint.v6);
	}
	return endpoint;
}

static inline int must(int result, const char *what)
{
	if (result < 0) {
		perror(what);
		exit(1);
	}
	return result;
}

static inline void say(const char *word, long number)
{
	printf("%s %ld\n", word, number);
	fflush(stdout);
}

static inline void send_bytes(int fd, long count)
{
	static char chunk[65536];

	while (count > 0) {
		long sent = send(fd, chunk, count < (long)sizeof(chunk) ? count : (long)sizeof(chunk), MSG_NOSIGNAL);
		if (sent <= 0)
			return;
		count -= sent;
	}
}

static inline long receive_to_end(int fd)
{
	static char chunk[65536];
	long total = 0, length;

	while ((length = recv(fd, chunk, sizeof(chunk), 0)) > 0)
		total += length;
	return total;
}

static inline void wait_for_line(void)
{
	char line[16];

	if (!fgets(line, sizeof(line), stdin))
		exit(0);
}

/*
 * tcp-storm THREADS COUNT: THREADS clients at once, each of which connects COUNT times to one server thread, sends 1 to 7,000 bytes and reads
 * three times as many back. Says "port N", waits for a line, and at the end says "sent N", the bytes of all clients.
 */
#include <pthread.h>
#include "tcp.h"

static struct endpoint server;
static int connection_count;

static void answer(int fd)
{
	send_bytes(fd, 3 * receive_to_end(fd));
	close(fd);
}

static void *serve(void *listener)
{
	for (;;)
		answer(must(accept(*(int *)listener, NULL, NULL), "accept"));
	return NULL;
}

static long converse(long bytes)
{
	int fd = must(socket(server.any.sa_family, SOCK_STREAM, 0), "socket");

	must(connect(fd, &server.any, server.size), "connect");
	send_bytes(fd, bytes);
	shutdown(fd, SHUT_WR);
	if (receive_to_end(fd) != 3 * bytes)
		exit(1);
	close(fd);
	return bytes;
}

static void *act(void *sent)
{
	for (int i = 0; i < connection_count; i++)
		*(long *)sent += converse(i * 37 % 7000 + 1);
	return NULL;
}

static long storm(int threads)
{
	pthread_t clients[16];
	long sent[16] = { 0 }, total = 0;

	for (int i = 0; i < threads; i++)
		pthread_create(&clients[i], NULL, act, &sent[i]);
	for (int i = 0; i < threads; i++) {
		pthread_join(clients[i], NULL);
		total += sent[i];
	}
	return total;
}

int main(int argc, char **argv)
{
	pthread_t thread;

	if (argc != 3 || atoi(argv[1]) > 16)
		return 2;
	connection_count = atoi(argv[2]);
	server = endpoint_of("127.0.0.1", 0);
	int listener = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
	must(bind(listener, &server.any, server.size), "bind");
	must(listen(listener, 512), "listen");
	must(getsockname(listener, &server.any, &server.size), "getsockname");
	say("port", ntohs(server.v4.sin_port));
	wait_for_line();
	pthread_create(&thread, NULL, serve, &listener);
	say("sent", storm(atoi(argv[1])));
	return 0;
}

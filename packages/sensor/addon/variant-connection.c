/* Compiled twice, as its BPF object is: with -DWITHOUT_SOCKET_USE for kernels that have no tracepoint for the use of a socket. */
#include <errno.h>
#include "feature.h"
#include "variants.h"
#ifdef WITHOUT_SOCKET_USE
#include "connection_basic.lskel.h"
#define SKELETON connection_basic
#define LOAD load_connection_basic
#else
#include "connection.lskel.h"
#define SKELETON connection
#define LOAD load_connection
#endif

#define JOIN(a, b) a##b
#define CALL(prefix, name) JOIN(prefix, name)

static void destroy(void *skeleton)
{
	CALL(SKELETON, __destroy)(skeleton);
}

int LOAD(struct feature *feature, uint32_t ring_bytes)
{
	struct SKELETON *skeleton = CALL(SKELETON, __open)();

	if (!skeleton)
		return -errno;
	feature->skeleton = skeleton;
	feature->destroy = destroy;
	skeleton->maps.ring.max_entries = ring_bytes;
	int error = CALL(SKELETON, __load)(skeleton);
	if (error < 0)
		return error;
	feature->lost = skeleton->bss->lost;
	feature->ring_fd = skeleton->maps.ring.map_fd;
	feature_add(feature, (struct program){ .name = "tcp_destroy", .program_fd = skeleton->progs.weft_tcp_destroy.prog_fd });
	feature_add(feature, (struct program){ .name = "tcp_state", .program_fd = skeleton->progs.weft_tcp_state.prog_fd });
#ifndef WITHOUT_SOCKET_USE
	feature_add(feature, (struct program){ .name = "socket_recv", .program_fd = skeleton->progs.weft_socket_recv.prog_fd });
#endif
	feature_add(feature, (struct program){ .name = "tcp_progress",
					       .kind = PROGRAM_MAP_ITERATOR,
					       .program_fd = skeleton->progs.weft_tcp_progress.prog_fd,
					       .iterated_map_fd = skeleton->maps.sockets.map_fd });
	feature_add(feature, (struct program){ .name = "tcp_seed",
					       .kind = PROGRAM_ITERATOR,
					       .program_fd = skeleton->progs.weft_tcp_seed.prog_fd });
	return 0;
}

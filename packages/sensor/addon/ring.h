/* Reader of one BPF ring buffer. Layout: Linux Documentation/bpf/ringbuf.rst. */
#pragma once
#include <stddef.h>
#include <stdint.h>

struct ring {
	uint64_t *consumer;
	const uint64_t *producer;
	const uint8_t *data;
	uint64_t size_bytes;
	size_t page_bytes;
};

int ring_open(struct ring *ring, int map_fd, uint32_t size_bytes);
void ring_close(struct ring *ring);
/* Bytes ever written: a position to drain up to. */
uint64_t ring_produced(const struct ring *ring);
uint64_t ring_consumed(const struct ring *ring);
/* Copies whole records that begin before `until`, as many as fit; returns the bytes copied. */
size_t ring_drain(struct ring *ring, uint8_t *to, size_t capacity, uint64_t until);

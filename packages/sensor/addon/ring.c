#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <linux/bpf.h>
#include "ring.h"

/* The kernel maps the data twice in a row, so a record that wraps around is still contiguous. */
static size_t producer_bytes(const struct ring *ring)
{
	return ring->page_bytes + 2 * ring->size_bytes;
}

int ring_open(struct ring *ring, int map_fd, uint32_t size_bytes)
{
	ring->page_bytes = sysconf(_SC_PAGESIZE);
	ring->size_bytes = size_bytes;
	void *consumer = mmap(NULL, ring->page_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, map_fd, 0);
	if (consumer == MAP_FAILED)
		return -errno;
	ring->consumer = consumer;
	void *producer = mmap(NULL, producer_bytes(ring), PROT_READ, MAP_SHARED, map_fd, ring->page_bytes);
	if (producer == MAP_FAILED)
		return -errno;
	ring->producer = producer;
	ring->data = (const uint8_t *)producer + ring->page_bytes;
	return 0;
}

void ring_close(struct ring *ring)
{
	if (ring->consumer)
		munmap(ring->consumer, ring->page_bytes);
	if (ring->producer)
		munmap((void *)ring->producer, producer_bytes(ring));
	memset(ring, 0, sizeof(*ring));
}

uint64_t ring_produced(const struct ring *ring)
{
	return __atomic_load_n(ring->producer, __ATOMIC_ACQUIRE);
}

uint64_t ring_consumed(const struct ring *ring)
{
	return __atomic_load_n(ring->consumer, __ATOMIC_RELAXED);
}

size_t ring_drain(struct ring *ring, uint8_t *to, size_t capacity, uint64_t until)
{
	uint64_t at = ring_consumed(ring);
	uint64_t end = ring_produced(ring);
	size_t copied = 0;

	if (until < end)
		end = until;
	while (at < end) {
		const uint8_t *entry = ring->data + (at & (ring->size_bytes - 1));
		uint32_t header = __atomic_load_n((const uint32_t *)entry, __ATOMIC_ACQUIRE);
		if (header & BPF_RINGBUF_BUSY_BIT)
			break;
		uint32_t length = header & ~BPF_RINGBUF_DISCARD_BIT;
		if (!(header & BPF_RINGBUF_DISCARD_BIT)) {
			if (length > capacity - copied)
				break;
			memcpy(to + copied, entry + BPF_RINGBUF_HDR_SZ, length);
			copied += length;
		}
		at += (length + BPF_RINGBUF_HDR_SZ + 7) / 8 * 8;
	}
	__atomic_store_n(ring->consumer, at, __ATOMIC_RELEASE);
	return copied;
}

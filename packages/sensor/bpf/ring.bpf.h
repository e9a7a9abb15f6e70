/* The ring of an object, and the counters of what did not fit. Included once per object. */
#pragma once

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	/* The addon sets the real size before loading. */
	__uint(max_entries, 4096);
} ring SEC(".maps");

/*
 * One counter per opcode, mapped by the addon. Plain atomics: they are touched only when something is lost, and then the ring's own lock
 * has already been taken.
 */
__u64 lost[OPCODE_COUNT];

static __always_inline void count_lost(enum record_opcode opcode)
{
	__sync_fetch_and_add(&lost[opcode], 1);
}

/* The reader polls, so nobody is woken: a wake-up costs more than the record. */
static __always_inline bool submit(void *record, u64 size_bytes, enum record_opcode opcode)
{
	if (bpf_ringbuf_output(&ring, record, size_bytes, BPF_RB_NO_WAKEUP) == 0)
		return true;
	count_lost(opcode);
	return false;
}

static __always_inline void fill_header(struct record_header *header, enum record_opcode opcode, u32 size_bytes)
{
	header->opcode = opcode;
	header->flags = 0;
	header->size_bytes = size_bytes;
	header->at_ns = bpf_ktime_get_boot_ns();
}

/*
 * Text of variable length behind a record: a per-CPU scratch area that a program fills and submits.
 * A raw tracepoint runs with preemption off, and the kernel refuses to enter one program twice on a CPU, so one area per program is enough.
 */
#pragma once

#define PATH_LIMIT_BYTES 4096
#define ARGV_LIMIT_BYTES 4096
/* Deeper paths are cut at their front, and say so. */
#define PATH_LIMIT_PARTS 64
#define NAME_LIMIT_BYTES 255

/* A path is written from its end, because the kernel knows a file's parents and not its children. */
struct path_scratch {
	char bytes[PATH_LIMIT_BYTES + NAME_LIMIT_BYTES + 1];
};

struct path_writer {
	struct path_scratch *scratch;
	/* First byte in use. */
	u32 at;
	bool is_truncated;
};

static __always_inline void path_begin(struct path_writer *writer, struct path_scratch *scratch)
{
	writer->scratch = scratch;
	writer->at = PATH_LIMIT_BYTES;
	writer->is_truncated = false;
}

/* Puts "/name" before what is there. */
static __always_inline bool path_prepend(struct path_writer *writer, const void *name, u32 length)
{
	if (length > NAME_LIMIT_BYTES || length + 1 > writer->at) {
		writer->is_truncated = true;
		return false;
	}
	u32 at = (writer->at - length - 1) & (PATH_LIMIT_BYTES - 1);
	length &= NAME_LIMIT_BYTES;
	writer->scratch->bytes[at] = '/';
	bpf_probe_read_kernel(&writer->scratch->bytes[at + 1], length, name);
	writer->at = at;
	return true;
}

/* A finished path: its first byte, and whether its front is missing. */
#define PATH_AT_MASK 0x1fff
#define PATH_TRUNCATED 0x80000000

/* The root itself has no name. */
static __always_inline u32 path_end(struct path_writer *writer)
{
	if (writer->at == PATH_LIMIT_BYTES) {
		writer->at = PATH_LIMIT_BYTES - 1;
		writer->scratch->bytes[PATH_LIMIT_BYTES - 1] = '/';
	}
	return writer->at | (writer->is_truncated ? PATH_TRUNCATED : 0);
}

/* Copies the path to where the record wants it; returns its length. */
static __always_inline u32 path_copy(void *to, struct path_scratch *scratch, u32 path)
{
	u32 at = path & PATH_AT_MASK;

	if (at >= PATH_LIMIT_BYTES)
		return 0;
	bpf_probe_read_kernel(to, PATH_LIMIT_BYTES - at, &scratch->bytes[at]);
	return PATH_LIMIT_BYTES - at;
}

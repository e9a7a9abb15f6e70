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

/*
 * A path is written from its end, because the kernel knows a file's parents and not its children. The position lies in memory and not in a
 * variable, so that the verifier forgets it from step to step: remembering it, it looks at ten times as many instructions.
 */
struct path_writer {
	/* First byte in use. */
	u32 at;
	/* The front is missing. */
	u32 is_truncated;
	char bytes[PATH_LIMIT_BYTES + NAME_LIMIT_BYTES + 1];
};

static __always_inline void path_begin(struct path_writer *writer)
{
	writer->at = PATH_LIMIT_BYTES;
	writer->is_truncated = false;
}

/* Puts "/name" before what is there. */
static __always_inline bool path_prepend(struct path_writer *writer, const void *name, u32 length)
{
	u32 at = writer->at;

	if (length > NAME_LIMIT_BYTES || length + 1 > at) {
		writer->is_truncated = true;
		return false;
	}
	at = (at - length - 1) & (PATH_LIMIT_BYTES - 1);
	length &= NAME_LIMIT_BYTES;
	writer->bytes[at] = '/';
	bpf_probe_read_kernel(&writer->bytes[at + 1], length, name);
	writer->at = at;
	return true;
}

/* The root itself has no name. */
static __always_inline void path_end(struct path_writer *writer)
{
	if (writer->at < PATH_LIMIT_BYTES)
		return;
	writer->at = PATH_LIMIT_BYTES - 1;
	writer->bytes[PATH_LIMIT_BYTES - 1] = '/';
}

/* Copies the path to where the record wants it; returns its length. */
static __always_inline u32 path_copy(void *to, struct path_writer *writer)
{
	u32 at = writer->at;

	if (at >= PATH_LIMIT_BYTES)
		return 0;
	bpf_probe_read_kernel(to, PATH_LIMIT_BYTES - at, &writer->bytes[at]);
	return PATH_LIMIT_BYTES - at;
}

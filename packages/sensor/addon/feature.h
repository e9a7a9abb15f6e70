/*
 * A feature is one BPF object: its programs, one ring, its loss counters. feature-*.c each wrap one generated skeleton in this shape.
 * All functions return 0 or a negative errno.
 */
#pragma once
#include <stdint.h>
#include <linux/types.h>
#include "ring.h"

#define PROGRAM_LIMIT 8
#define LOST_KINDS 7

enum program_kind {
	/* Attached at open, runs by itself. */
	PROGRAM_TRACEPOINT,
	/* Run on demand by reading an iterator. */
	PROGRAM_ITERATOR,
	/* The same over the elements of `iterated_map_fd`. */
	PROGRAM_MAP_ITERATOR,
};

struct program {
	const char *name;
	enum program_kind kind;
	int program_fd;
	int iterated_map_fd;
	/* 0 when not attached. */
	int link_fd;
};

struct feature {
	void *skeleton;
	const __u64 *lost;
	int ring_fd;
	struct ring ring;
	struct program programs[PROGRAM_LIMIT];
	int program_count;
	void (*destroy)(void *skeleton);
	/* What failed, for the one-line reason; NULL when nothing did. */
	const char *failed_step;
};

/* One way to provide a feature; a feature's tiers are tried in the order of the table. */
struct variant {
	const char *name;
	int (*load)(struct feature *feature, uint32_t ring_bytes);
};

extern const struct variant variants[];
extern const int variant_count;

int feature_open(struct feature *feature, const struct variant *variant, uint32_t ring_bytes);
void feature_close(struct feature *feature);
/* A file descriptor to read records from until it gives 0. */
int feature_iterate(struct feature *feature, const char *program_name);
void feature_add(struct feature *feature, struct program program);

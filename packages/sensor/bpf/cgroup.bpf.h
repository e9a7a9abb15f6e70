/*
 * Control group of a task: its id in every record, its path once per id.
 *
 * On a v2 machine the id is the directory's inode number. On a v1 or hybrid machine a task is in several groups; containers and services
 * are told apart by whichever is not the root, the unified hierarchy first. Ids of different hierarchies may be equal, so the hierarchy's
 * id (0 for v2) is put above bit 44: still an exact double.
 */
#pragma once
#include "text.bpf.h"

#define HIERARCHY_SHIFT 44

/* Renamed in Linux 6.15. */
struct kernfs_node___before {
	struct kernfs_node *parent;
} __attribute__((preserve_access_index));

struct kernfs_node___now {
	struct kernfs_node *__parent;
} __attribute__((preserve_access_index));

/* Ids whose path was sent. Least recently used ids fall out, and are sent again when they return. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 8192);
	__type(key, u64);
	__type(value, u8);
} cgroups_told SEC(".maps");

struct cgroup_scratch {
	struct path_writer path;
	u8 record[sizeof(struct cgroup_record) + PATH_LIMIT_BYTES];
};

enum scratch_index {
	SCRATCH_TRACEPOINT = 0,
	SCRATCH_ITERATOR = 1,
	SCRATCH_COUNT = 2,
};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, SCRATCH_COUNT);
	__type(key, u32);
	__type(value, struct cgroup_scratch);
} cgroup_scratch SEC(".maps");

static __always_inline struct cgroup *v1_cgroup(struct css_set *groups, u64 controller)
{
	struct cgroup_subsys_state **states = groups->subsys;

	return states[controller]->cgroup;
}

/* The controllers of the kernel the programs run on; the one they are built on may have others. */
enum cgroup_subsys_id___any {
	pids_cgrp_id___any,
	memory_cgrp_id___any,
	devices_cgrp_id___any,
	cpuset_cgrp_id___any,
	freezer_cgrp_id___any,
};

/* Replaces `best` when the controller exists and its group is deeper. */
#define PREFER_DEEPER(controller)                                                                                \
	if (bpf_core_enum_value_exists(enum cgroup_subsys_id___any, controller)) {                               \
		struct cgroup *other = v1_cgroup(groups, bpf_core_enum_value(enum cgroup_subsys_id___any, controller)); \
		int level = other->level;                                                                         \
		if (level > best_level) {                                                                         \
			best = other;                                                                             \
			best_level = level;                                                                       \
		}                                                                                                 \
	}

static __always_inline struct cgroup *cgroup_of(struct task_struct *task)
{
	struct css_set *groups = task->cgroups;
	struct cgroup *best = groups->dfl_cgrp;
	int best_level = best->level;

	if (best_level > 0)
		return best;
	PREFER_DEEPER(pids_cgrp_id___any);
	PREFER_DEEPER(memory_cgrp_id___any);
	PREFER_DEEPER(devices_cgrp_id___any);
	PREFER_DEEPER(cpuset_cgrp_id___any);
	PREFER_DEEPER(freezer_cgrp_id___any);
	return best;
}

static __always_inline u64 cgroup_id(struct cgroup *cgroup)
{
	u64 hierarchy = cgroup->root->hierarchy_id;

	return cgroup->kn->id | hierarchy << HIERARCHY_SHIFT;
}

static __always_inline struct kernfs_node *kernfs_parent(struct kernfs_node *node)
{
	struct kernfs_node___now *now = (void *)node;
	struct kernfs_node___before *before = (void *)node;

	if (bpf_core_field_exists(now->__parent))
		return BPF_CORE_READ(now, __parent);
	return BPF_CORE_READ(before, parent);
}

static __always_inline void write_cgroup_path(struct path_writer *writer, struct kernfs_node *node)
{
	for (int part = 0; part < PATH_LIMIT_PARTS; part++) {
		struct kernfs_node *parent = kernfs_parent(node);
		if (!parent)
			return;
		const char *name = BPF_CORE_READ(node, name);
		char copy[NAME_LIMIT_BYTES + 1];
		long length = bpf_probe_read_kernel_str(copy, sizeof(copy), name);
		if (length <= 1 || !path_prepend(writer, name, length - 1))
			return;
		node = parent;
	}
}

/* Fills the record with the group's path; returns the record's size. */
static __always_inline u32 fill_cgroup(struct cgroup_scratch *scratch, struct cgroup *cgroup, u64 id)
{
	struct cgroup_record *record = (void *)scratch->record;

	path_begin(&scratch->path);
	write_cgroup_path(&scratch->path, BPF_CORE_READ(cgroup, kn));
	path_end(&scratch->path);
	u32 length = path_copy(scratch->record + sizeof(*record), &scratch->path);
	fill_header(&record->header, OPCODE_CGROUP, sizeof(*record) + length);
	record->cgroup_id = id;
	record->path_bytes = length;
	record->reserved = 0;
	return sizeof(*record) + length;
}

/* A tracepoint has `seq` NULL and writes to the ring. An iterator can be preempted by one, so it has a scratch area of its own. */
static __always_inline bool submit_cgroup(struct cgroup *cgroup, u64 id, struct seq_file *seq)
{
	u32 index = seq ? SCRATCH_ITERATOR : SCRATCH_TRACEPOINT;
	struct cgroup_scratch *scratch = bpf_map_lookup_elem(&cgroup_scratch, &index);

	if (!scratch)
		return false;
	u32 size_bytes = fill_cgroup(scratch, cgroup, id);
	if (size_bytes > sizeof(scratch->record))
		return false;
	if (seq)
		return bpf_seq_write(seq, scratch->record, size_bytes) == 0;
	return submit(scratch->record, size_bytes, OPCODE_CGROUP);
}

/* Id of the task's group; tells its path when nobody has yet. A path that did not fit is told with the next event. */
static __always_inline u64 tell_cgroup(struct task_struct *task, struct seq_file *seq)
{
	struct cgroup *cgroup = cgroup_of(task);
	u64 id = cgroup_id(cgroup);
	u8 told = 1;

	if (!bpf_map_lookup_elem(&cgroups_told, &id) && submit_cgroup(cgroup, id, seq))
		bpf_map_update_elem(&cgroups_told, &id, &told, BPF_ANY);
	return id;
}

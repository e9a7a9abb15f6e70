/*
 * Path of an open file as the process sees it (up to the process's root), by walking dentries and mounts: bpf_d_path is refused in
 * tracepoint programs.
 */
#pragma once
#include "text.bpf.h"

static __always_inline struct mount *mount_of(struct vfsmount *vfs_mount)
{
	return (void *)vfs_mount - bpf_core_field_offset(struct mount, mnt);
}

struct walk {
	struct dentry *dentry;
	struct vfsmount *mount;
	/* Top of `mount`. */
	struct dentry *mount_root;
	struct dentry *root_dentry;
	struct vfsmount *root_mount;
};

/* The fields of a dentry that a step needs: neighbours in every kernel so far, so one copy brings both. */
struct step {
	struct dentry *parent;
	struct qstr name;
};

static __always_inline struct step read_step(struct dentry *dentry)
{
	struct step step = {};
	u32 parent_at = bpf_core_field_offset(struct dentry, d_parent);
	u32 name_at = bpf_core_field_offset(struct dentry, d_name);

	if (name_at == parent_at + sizeof(step.parent)) {
		bpf_probe_read_kernel(&step, sizeof(step), (void *)dentry + parent_at);
		return step;
	}
	step.parent = BPF_CORE_READ(dentry, d_parent);
	step.name = BPF_CORE_READ(dentry, d_name);
	return step;
}

static __always_inline void enter_mount(struct walk *walk, struct vfsmount *mount)
{
	walk->mount = mount;
	walk->mount_root = BPF_CORE_READ(mount, mnt_root);
}

/* From the top of a mount to the directory it is mounted on; false at the top of all. */
static __always_inline bool leave_mount(struct walk *walk)
{
	struct mount *mount = mount_of(walk->mount);
	struct mount *parent = BPF_CORE_READ(mount, mnt_parent);

	walk->dentry = BPF_CORE_READ(mount, mnt_mountpoint);
	enter_mount(walk, (void *)parent + bpf_core_field_offset(struct mount, mnt));
	return parent != mount;
}

/* The top of a tree is named "/". A file that never was in one, such as a memfd, is its own parent too, and has a name. */
static __always_inline bool is_top_of_tree(const struct step *step)
{
	char first = 0;

	bpf_probe_read_kernel(&first, sizeof(first), step->name.name);
	return first == '/';
}

/* One name, or one mount, up; false at the end. */
static __always_inline bool step_up(struct path_writer *writer, struct walk *walk)
{
	if (walk->dentry == walk->root_dentry && walk->mount == walk->root_mount)
		return false;
	if (walk->dentry == walk->mount_root)
		return leave_mount(walk);
	struct step step = read_step(walk->dentry);
	bool is_last = step.parent == walk->dentry;
	if (is_last && is_top_of_tree(&step))
		return false;
	walk->dentry = step.parent;
	return path_prepend(writer, step.name.name, step.name.len) && !is_last;
}

/*
 * A global function, because the verifier checks those once and by themselves: inlined twice, the two walks multiply. The pointers are the
 * kernel's, as numbers.
 */
__noinline int write_path(struct path_writer *writer, u64 dentry, u64 mount, u64 root_dentry, u64 root_mount)
{
	struct walk walk = { .dentry = (void *)dentry, .root_dentry = (void *)root_dentry, .root_mount = (void *)root_mount };

	if (!writer)
		return 0;
	path_begin(writer);
	enter_mount(&walk, (void *)mount);
	for (int part = 0; part < PATH_LIMIT_PARTS; part++) {
		if (step_up(writer, &walk))
			continue;
		path_end(writer);
		return 0;
	}
	writer->is_truncated = true;
	return 0;
}

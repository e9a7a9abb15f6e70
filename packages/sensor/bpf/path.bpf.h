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
	struct dentry *root_dentry;
	struct vfsmount *root_mount;
};

/* From the top of a mount to the directory it is mounted on; false at the top of all. */
static __always_inline bool leave_mount(struct walk *walk)
{
	struct mount *mount = mount_of(walk->mount);
	struct mount *parent = BPF_CORE_READ(mount, mnt_parent);

	walk->dentry = BPF_CORE_READ(mount, mnt_mountpoint);
	walk->mount = (void *)parent + bpf_core_field_offset(struct mount, mnt);
	return parent != mount;
}

/* One name, or one mount, up; false at the end. */
static __always_inline bool step_up(struct path_writer *writer, struct walk *walk)
{
	struct dentry *dentry = walk->dentry;
	struct vfsmount *mount = walk->mount;

	if (dentry == walk->root_dentry && mount == walk->root_mount)
		return false;
	struct dentry *parent = BPF_CORE_READ(dentry, d_parent);
	if (dentry == parent || dentry == BPF_CORE_READ(mount, mnt_root))
		return leave_mount(walk);
	struct qstr name = BPF_CORE_READ(dentry, d_name);
	walk->dentry = parent;
	return path_prepend(writer, name.name, name.len);
}

/*
 * A global function, because the verifier checks those once and by themselves: inlined twice, the two walks multiply to 680,000 of the
 * 1,000,000 instructions it is willing to look at. The pointers are the kernel's, as numbers.
 */
__noinline u32 write_path(struct path_scratch *scratch, u64 dentry, u64 mount, u64 root_dentry, u64 root_mount)
{
	struct walk walk = { (void *)dentry, (void *)mount, (void *)root_dentry, (void *)root_mount };
	struct path_writer writer;

	if (!scratch)
		return PATH_TRUNCATED;
	path_begin(&writer, scratch);
	for (int part = 0; part < PATH_LIMIT_PARTS; part++)
		if (!step_up(&writer, &walk))
			return path_end(&writer);
	writer.is_truncated = true;
	return path_end(&writer);
}

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

static __always_inline void write_path(struct path_writer *writer, struct dentry *dentry, struct vfsmount *vfs_mount,
				       struct dentry *root_dentry, struct vfsmount *root_mount)
{
	struct mount *mount = mount_of(vfs_mount);

	for (int part = 0; part < PATH_LIMIT_PARTS; part++) {
		if (dentry == root_dentry && vfs_mount == root_mount)
			return;
		struct dentry *parent = BPF_CORE_READ(dentry, d_parent);
		if (dentry == BPF_CORE_READ(vfs_mount, mnt_root) || dentry == parent) {
			struct mount *parent_mount = BPF_CORE_READ(mount, mnt_parent);
			if (parent_mount == mount)
				return;
			dentry = BPF_CORE_READ(mount, mnt_mountpoint);
			mount = parent_mount;
			vfs_mount = (void *)mount + bpf_core_field_offset(struct mount, mnt);
			continue;
		}
		struct qstr name = BPF_CORE_READ(dentry, d_name);
		if (!path_prepend(writer, name.name, name.len))
			return;
		dentry = parent;
	}
	writer->is_truncated = true;
}

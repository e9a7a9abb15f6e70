/* A process that has just replaced its program, as a record with its text behind. */
#pragma once
#include "path.bpf.h"
#include "task.bpf.h"

#define AUDIT_NOT_SET 0xffffffff

struct exec_scratch {
	struct path_writer path;
	struct exec_record record;
	u8 text[PATH_LIMIT_BYTES + PATH_LIMIT_BYTES + ARGV_LIMIT_BYTES];
};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct exec_scratch);
} exec_scratch SEC(".maps");

static __always_inline void fill_identity(struct exec_record *record, struct task_struct *task, u32 old_pid)
{
	struct task_struct *parent = task->real_parent;

	record->pid = task->tgid;
	record->start_ns = start_of(task);
	record->parent_pid = parent->tgid;
	record->parent_start_ns = start_of(parent);
	record->group_id = group_of(task);
	record->session_id = session_of(task);
	record->tracer_pid = tracer_of(task);
	record->old_pid = old_pid;
	copy_comm(record->comm, task);
}

/* Only in kernels with CONFIG_AUDIT. */
struct task_struct___audit {
	kuid_t loginuid;
	unsigned int sessionid;
} __attribute__((preserve_access_index));

static __always_inline void fill_audit(struct exec_record *record, struct task_struct *task)
{
	struct task_struct___audit *audited = (void *)task;

	record->login_uid = AUDIT_NOT_SET;
	record->audit_session_id = AUDIT_NOT_SET;
	if (!bpf_core_field_exists(audited->loginuid))
		return;
	record->login_uid = BPF_CORE_READ(audited, loginuid.val);
	record->audit_session_id = BPF_CORE_READ(audited, sessionid);
}

static __always_inline void fill_credentials(struct exec_record *record, struct task_struct *task)
{
	const struct cred *cred = task->cred;

	record->uid = cred->uid.val;
	record->gid = cred->gid.val;
	record->euid = cred->euid.val;
	record->egid = cred->egid.val;
	record->user_ns = cred->user_ns->ns.inum;
	fill_audit(record, task);
}

static __always_inline void fill_namespaces(struct exec_record *record, struct task_struct *task)
{
	struct nsproxy *namespaces = task->nsproxy;

	record->pid_ns = pid_namespace_of(task);
	record->mnt_ns = namespaces->mnt_ns->ns.inum;
	record->net_ns = namespaces->net_ns->ns.inum;
}

static __always_inline u32 copy_task_path(struct exec_scratch *scratch, u32 at, struct fs_struct *fs, struct path *of)
{
	u64 dentry = (u64)BPF_CORE_READ(of, dentry), mount = (u64)BPF_CORE_READ(of, mnt);
	u64 root_dentry = (u64)BPF_CORE_READ(fs, root.dentry), root_mount = (u64)BPF_CORE_READ(fs, root.mnt);

	write_path(&scratch->path, dentry, mount, root_dentry, root_mount);
	if (scratch->path.is_truncated)
		scratch->record.header.flags |= EXEC_PATH_TRUNCATED;
	return path_copy(&scratch->text[at], &scratch->path);
}

/* The strings as the new program finds them: read after the exec, so no other thread can change them in between. */
static __always_inline u32 copy_argv(struct exec_scratch *scratch, u32 at, struct mm_struct *mm)
{
	u64 begin = mm->arg_start;
	u64 length = mm->arg_end - begin;

	if (length > ARGV_LIMIT_BYTES) {
		scratch->record.header.flags |= EXEC_ARGV_TRUNCATED;
		length = ARGV_LIMIT_BYTES;
	}
	if (bpf_probe_read_user(&scratch->text[at], length, (void *)begin) == 0)
		return length;
	scratch->record.header.flags |= EXEC_ARGV_TRUNCATED;
	return 0;
}

static __always_inline u32 fill_text(struct exec_scratch *scratch, struct task_struct *task)
{
	struct mm_struct *mm = task->mm;
	struct file *exe = mm->exe_file;
	struct fs_struct *fs = task->fs;
	struct exec_record *record = &scratch->record;

	u32 exe_bytes = copy_task_path(scratch, 0, fs, (void *)exe + bpf_core_field_offset(struct file, f_path));
	u32 cwd_bytes = copy_task_path(scratch, exe_bytes, fs, (void *)fs + bpf_core_field_offset(struct fs_struct, pwd));
	u32 argv_bytes = copy_argv(scratch, exe_bytes + cwd_bytes, mm);
	record->exe_bytes = exe_bytes;
	record->cwd_bytes = cwd_bytes;
	record->argv_bytes = argv_bytes;
	record->reserved = 0;
	if (exe->f_inode->i_nlink == 0)
		record->header.flags |= EXEC_UNLINKED;
	return exe_bytes + cwd_bytes + argv_bytes;
}

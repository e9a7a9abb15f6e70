/* Life of processes: exec, fork, exit, and the control groups they are in. */
#include "vmlinux.h"
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include "record.h"
#include "ring.bpf.h"
#include "task.bpf.h"
#include "path.bpf.h"
#include "cgroup.bpf.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* Source: Linux include/linux/sched/signal.h. */
#define SIGNAL_GROUP_EXIT 0x00000004
#define AUDIT_NOT_SET 0xffffffff

struct exec_scratch {
	struct path_scratch path;
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
	u32 path = write_path(&scratch->path, dentry, mount, root_dentry, root_mount);

	if (path & PATH_TRUNCATED)
		scratch->record.header.flags |= EXEC_PATH_TRUNCATED;
	return path_copy(&scratch->text[at], &scratch->path, path);
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

SEC("tp_btf/sched_process_exec")
int BPF_PROG(weft_exec, struct task_struct *task, pid_t old_pid)
{
	struct exec_scratch *scratch = bpf_map_lookup_elem(&exec_scratch, &(u32){ 0 });

	if (!scratch) {
		count_lost(OPCODE_EXEC);
		return 0;
	}
	struct exec_record *record = &scratch->record;
	record->cgroup_id = tell_cgroup(task, NULL);
	fill_header(&record->header, OPCODE_EXEC, sizeof(*record));
	fill_identity(record, task, old_pid);
	fill_credentials(record, task);
	fill_namespaces(record, task);
	u32 text_bytes = fill_text(scratch, task);
	if (text_bytes > sizeof(scratch->text))
		return 0;
	record->header.size_bytes += text_bytes;
	submit(record, sizeof(*record) + text_bytes, OPCODE_EXEC);
	return 0;
}

static __always_inline void fill_fork(struct fork_record *record, struct task_struct *child)
{
	struct task_struct *parent = child->real_parent;

	fill_header(&record->header, OPCODE_FORK, sizeof(*record));
	record->pid = child->tgid;
	record->start_ns = child->start_boottime;
	record->parent_pid = parent->tgid;
	record->parent_start_ns = start_of(parent);
	record->group_id = group_of(child);
	record->session_id = session_of(child);
	record->uid = child->cred->uid.val;
	copy_comm(record->comm, child);
}

SEC("tp_btf/sched_process_fork")
int BPF_PROG(weft_fork, struct task_struct *creator, struct task_struct *child)
{
	struct fork_record record = {};

	if (child->pid != child->tgid)
		return 0;
	record.cgroup_id = tell_cgroup(child, NULL);
	fill_fork(&record, child);
	submit(&record, sizeof(record), OPCODE_FORK);
	return 0;
}

/* Every process that is alive, as if it were forked now. */
SEC("iter/task")
int weft_process_seed(struct bpf_iter__task *ctx)
{
	struct fork_record record = {};
	struct task_struct *task = ctx->task;

	if (!task || task->pid != task->tgid || task->signal->live.counter == 0)
		return 0;
	record.cgroup_id = tell_cgroup(task, ctx->meta->seq);
	fill_fork(&record, task);
	bpf_seq_write(ctx->meta->seq, &record, sizeof(record));
	return 0;
}

struct process_key {
	u64 start_ns;
	u64 pid;
};

/* Processes of several threads whose end was told. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 4096);
	__type(key, struct process_key);
	__type(value, u8);
} exits_told SEC(".maps");

/* Run time of threads that are gone is added up before they are taken off the count. */
static __always_inline bool has_only_ever_had_one_thread(struct signal_struct *signal)
{
	return signal->nr_threads == 1 && signal->sum_sched_runtime == 0;
}

/*
 * The tracepoint fires for every thread. The process is dead when no thread is live, which two threads that exit at once can both find:
 * the first one to say so speaks.
 */
static __always_inline bool is_first_to_tell(struct task_struct *task, struct signal_struct *signal)
{
	struct process_key key = { .start_ns = start_of(task), .pid = task->tgid };
	u8 told = 1;

	if (signal->live.counter != 0)
		return false;
	if (has_only_ever_had_one_thread(signal))
		return true;
	return bpf_map_update_elem(&exits_told, &key, &told, BPF_NOEXIST) == 0;
}

/* What wait(2) will give the parent: the group's code if the group was ended, else the leader's, whichever thread is last. */
static __always_inline u32 wait_status(struct task_struct *task, struct signal_struct *signal)
{
	if (signal->flags & SIGNAL_GROUP_EXIT)
		return signal->group_exit_code;
	return task->group_leader->exit_code;
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(weft_exit, struct task_struct *task)
{
	struct exit_record record = {};
	struct signal_struct *signal = task->signal;

	if (!is_first_to_tell(task, signal))
		return 0;
	fill_header(&record.header, OPCODE_EXIT, sizeof(record));
	record.pid = task->tgid;
	record.start_ns = start_of(task);
	record.wait_status = wait_status(task, signal);
	submit(&record, sizeof(record), OPCODE_EXIT);
	return 0;
}

/* A process that is moved without an exec: its next events carry an id that must be known. */
SEC("tp_btf/cgroup_attach_task")
int BPF_PROG(weft_cgroup_attach, struct cgroup *to, const char *path, struct task_struct *task)
{
	tell_cgroup(task, NULL);
	return 0;
}

/* Life of processes: exec, fork, exit, and the control groups they are in. */
#include "vmlinux.h"
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include "record.h"
#include "ring.bpf.h"
#include "task.bpf.h"
#include "cgroup.bpf.h"
#include "exec-record.bpf.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* Source: Linux include/linux/sched/signal.h. */
#define SIGNAL_GROUP_EXIT 0x00000004

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

/*
 * Every process that is alive, as if it were forked now. When the reader's buffer is full the kernel takes back all that was written for
 * this process and comes again with it: the path, which is told once only, must be the last to be written.
 */
SEC("iter/task")
int weft_process_seed(struct bpf_iter__task *ctx)
{
	struct fork_record record = {};
	struct task_struct *task = ctx->task;

	if (!task || task->pid != task->tgid || task->signal->live.counter == 0)
		return 0;
	record.cgroup_id = cgroup_id(cgroup_of(task));
	fill_fork(&record, task);
	if (bpf_seq_write(ctx->meta->seq, &record, sizeof(record)) == 0)
		tell_cgroup(task, ctx->meta->seq);
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

/*
 * Who a task is. Pids are the root namespace's. Fields are read by plain loads wherever the verifier knows the type: BPF_CORE_READ costs a
 * call for every arrow.
 */
#pragma once

/* Source: Linux include/linux/sched.h. */
#define PF_KTHREAD 0x00200000

static __always_inline u64 start_of(struct task_struct *task)
{
	return task->group_leader->start_boottime;
}

static __always_inline void copy_comm(char *to, struct task_struct *task)
{
	bpf_probe_read_kernel(to, sizeof(task->comm), task->comm);
}

static __always_inline u32 group_of(struct task_struct *task)
{
	return task->signal->pids[PIDTYPE_PGID]->numbers[0].nr;
}

static __always_inline u32 session_of(struct task_struct *task)
{
	return task->signal->pids[PIDTYPE_SID]->numbers[0].nr;
}

static __always_inline u32 tracer_of(struct task_struct *task)
{
	return task->ptrace ? task->parent->tgid : 0;
}

/* The namespace a process is in; nsproxy holds the one its children will be in. */
static __always_inline u32 pid_namespace_of(struct task_struct *task)
{
	struct upid upid = {};
	struct pid *pid = task->thread_pid;
	u32 level = pid->level;
	void *numbers = (void *)pid + bpf_core_field_offset(struct pid, numbers);

	bpf_probe_read_kernel(&upid, sizeof(upid), numbers + level * sizeof(upid));
	return BPF_CORE_READ(upid.ns, ns.inum);
}

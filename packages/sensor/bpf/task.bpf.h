/* Who a task is. Pids are the root namespace's. */
#pragma once

/* Source: Linux include/linux/sched.h. */
#define PF_KTHREAD 0x00200000

static __always_inline u64 start_of(struct task_struct *task)
{
	return BPF_CORE_READ(task, group_leader, start_boottime);
}

static __always_inline u32 root_number(struct pid *pid)
{
	struct upid upid = {};

	bpf_probe_read_kernel(&upid, sizeof(upid), (void *)pid + bpf_core_field_offset(struct pid, numbers));
	return upid.nr;
}

static __always_inline u32 group_of(struct task_struct *task)
{
	return root_number(BPF_CORE_READ(task, signal, pids[PIDTYPE_PGID]));
}

static __always_inline u32 session_of(struct task_struct *task)
{
	return root_number(BPF_CORE_READ(task, signal, pids[PIDTYPE_SID]));
}

static __always_inline u32 tracer_of(struct task_struct *task)
{
	return BPF_CORE_READ(task, ptrace) ? BPF_CORE_READ(task, parent, tgid) : 0;
}

/* The namespace a process is in; nsproxy holds the one its children will be in. */
static __always_inline u32 pid_namespace_of(struct task_struct *task)
{
	struct upid upid = {};
	struct pid *pid = BPF_CORE_READ(task, thread_pid);
	u32 level = BPF_CORE_READ(pid, level);
	void *numbers = (void *)pid + bpf_core_field_offset(struct pid, numbers);

	bpf_probe_read_kernel(&upid, sizeof(upid), numbers + level * sizeof(upid));
	return BPF_CORE_READ(upid.ns, ns.inum);
}

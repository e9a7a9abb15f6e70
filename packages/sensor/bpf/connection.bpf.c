/*
 * TCP connections and listeners with their owners, from state changes and the first use of each socket; no cost per packet.
 * With -DWITHOUT_SOCKET_USE it leaves out the program on sock_recv_length, which Linux before 6.3 does not have.
 */
#include "vmlinux.h"
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include "record.h"
#include "ring.bpf.h"
#include "task.bpf.h"
#include "cgroup.bpf.h"
#include "socket.bpf.h"
#include "bytes.bpf.h"
#include "connection-record.bpf.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

static __always_inline struct tcp_state *state_of(struct sock *sk)
{
	return bpf_sk_storage_get(&sockets, sk, NULL, 0);
}

static __always_inline struct tcp_state *new_state_of(struct sock *sk, enum record_opcode opcode)
{
	struct tcp_state *state = bpf_sk_storage_get(&sockets, sk, NULL, BPF_SK_STORAGE_GET_F_CREATE);

	if (!state)
		count_lost(opcode);
	return state;
}

/* connect(2) was called: the current process is the owner, the local port is not known yet. */
static __always_inline void begin_connecting(struct sock *sk)
{
	struct tcp_state *state = new_state_of(sk, OPCODE_CONNECTION);

	if (!state)
		return;
	set_owner(&state->owner, bpf_get_current_task_btf(), true);
	set_endpoints(state, sk);
	state->opened_ns = bpf_ktime_get_boot_ns();
	state->direction = DIRECTION_OUTBOUND;
	state->phase = PHASE_CONNECTING;
	state->existed_before = false;
}

static __always_inline void begin_listening(struct sock *sk)
{
	struct tcp_state *state = new_state_of(sk, OPCODE_LISTEN);

	if (!state)
		return;
	set_owner(&state->owner, bpf_get_current_task_btf(), false);
	set_endpoints(state, sk);
	state->phase = PHASE_LISTENING;
	state->existed_before = false;
	submit_listen(state, CHANGE_OPENED);
}

/*
 * The handshake is done. This often runs in a softirq, where the current process is anybody: an inbound connection keeps its listener's
 * owner, cloned with the socket, until a process uses it.
 */
static __always_inline void open_connection(struct sock *sk, int tcp_state)
{
	struct tcp_state *state = new_state_of(sk, OPCODE_CONNECTION);

	if (!state)
		return;
	if (state->phase != PHASE_CONNECTING || state->socket != (u64)sk) {
		state->opened_ns = bpf_ktime_get_boot_ns();
		state->direction = DIRECTION_INBOUND;
		state->existed_before = false;
	}
	set_endpoints(state, sk);
	state->phase = PHASE_OPEN;
	submit_connection(state, sk, tcp_state, CHANGE_OPENED);
}

/* A connection that began before the sensor did. */
static __always_inline void adopt_connection(struct tcp_state *state, struct sock *sk, int tcp_state)
{
	struct tcp_sock *tcp = bpf_skc_to_tcp_sock(sk);

	set_endpoints(state, sk);
	state->opened_ns = bpf_ktime_get_boot_ns();
	state->direction = tcp ? infer_direction(tcp, tcp_state, state) : DIRECTION_OUTBOUND;
	state->phase = PHASE_OPEN;
	state->existed_before = true;
}

/* Saved addresses and ports are reported: the socket's own may be reset by now. */
static __always_inline void close_connection(struct sock *sk, struct tcp_state *state, int tcp_state)
{
	u8 phase = state->phase;

	if (phase != PHASE_OPEN && phase != PHASE_CONNECTING)
		return;
	if (phase == PHASE_CONNECTING)
		set_local_port(state, sk);
	submit_connection(state, sk, tcp_state, phase == PHASE_OPEN ? CHANGE_CLOSED : CHANGE_FAILED);
	state->phase = PHASE_CLOSED;
}

static __always_inline bool is_connected(int tcp_state)
{
	return tcp_state == TCP_ESTABLISHED || tcp_state == TCP_CLOSE_WAIT || has_sent_fin(tcp_state);
}

/* The end of a connection nobody saw begin or used since: all is told but its owner. */
static __always_inline void close_unknown(struct sock *sk, int tcp_state)
{
	struct tcp_state state = {};

	adopt_connection(&state, sk, tcp_state);
	submit_connection(&state, sk, tcp_state, CHANGE_CLOSED);
}

static __always_inline void end_socket(struct sock *sk, int tcp_state)
{
	struct tcp_state *state = state_of(sk);

	if (!state && is_connected(tcp_state))
		close_unknown(sk, tcp_state);
	if (!state || state->socket != (u64)sk)
		return;
	if (state->phase != PHASE_LISTENING) {
		close_connection(sk, state, tcp_state);
		return;
	}
	submit_listen(state, CHANGE_CLOSED);
	state->phase = PHASE_CLOSED;
}

/* The current process shows that the connection is its own. One without state is older than the sensor, or its beginning was missed. */
static __always_inline void adopt_by_process(struct sock *sk, int tcp_state)
{
	struct tcp_state *state = new_state_of(sk, OPCODE_CONNECTION);

	if (!state)
		return;
	adopt_connection(state, sk, tcp_state);
	set_owner(&state->owner, bpf_get_current_task_btf(), true);
	submit_connection(state, sk, tcp_state, CHANGE_OPENED);
}

/* Whoever closes a connection nobody has used yet holds it. Kernel threads close on behalf of others. */
static __always_inline void claim_by_close(struct sock *sk, int tcp_state)
{
	struct task_struct *task = bpf_get_current_task_btf();
	struct tcp_state *state = state_of(sk);

	if (task->flags & PF_KTHREAD)
		return;
	if (!state)
		adopt_by_process(sk, tcp_state);
	else if (state->phase == PHASE_OPEN && !state->owner.is_final)
		set_owner(&state->owner, task, true);
}

SEC("tp_btf/inet_sock_set_state")
int BPF_PROG(weft_tcp_state, struct sock *sk, int from, int to)
{
	if (!is_tcp(sk))
		return 0;
	if (to == TCP_SYN_SENT)
		begin_connecting(sk);
	else if (to == TCP_LISTEN)
		begin_listening(sk);
	else if (to == TCP_ESTABLISHED)
		open_connection(sk, from);
	else if (to == TCP_FIN_WAIT1 || to == TCP_LAST_ACK)
		claim_by_close(sk, from);
	else if (to == TCP_CLOSE)
		end_socket(sk, from);
	return 0;
}

/*
 * Second chance: the kernel refuses to run a program inside itself, so a state change in an interrupt that struck while another was being
 * handled is missed. What is still open here has ended.
 */
SEC("tp_btf/tcp_destroy_sock")
int BPF_PROG(weft_tcp_destroy, struct sock *sk)
{
	end_socket(sk, sk->__sk_common.skc_state);
	return 0;
}

#ifndef WITHOUT_SOCKET_USE
/* The first process that reads an accepted connection serves it, whoever listened. */
static __always_inline void claim_by_use(struct sock *sk)
{
	if (!is_tcp(sk))
		return;
	struct tcp_state *state = state_of(sk);
	int tcp_state = sk->__sk_common.skc_state;
	if (!state && is_connected(tcp_state))
		adopt_by_process(sk, tcp_state);
	if (!state || state->owner.is_final || state->phase != PHASE_OPEN)
		return;
	u32 listener_pid = state->owner.pid;
	set_owner(&state->owner, bpf_get_current_task_btf(), true);
	if (state->owner.pid != listener_pid)
		submit_connection(state, sk, tcp_state, CHANGE_PROGRESS);
}

/*
 * Receiving only: the tracepoint itself, with an empty program, costs 120 ns a call, 3.5 % of a bare request and answer for sending and receiving
 * together. Who only ever sends is known when it closes.
 */
SEC("tp_btf/sock_recv_length")
int BPF_PROG(weft_socket_recv, struct sock *sk)
{
	claim_by_use(sk);
	return 0;
}
#endif

/* Every connection that is open now, in every network namespace. */
SEC("iter/bpf_sk_storage_map")
int weft_tcp_progress(struct bpf_iter__bpf_sk_storage_map *ctx)
{
	struct sock *sk = ctx->sk;
	struct tcp_state *state = ctx->value;
	struct connection_record record;

	if (!sk || !state || state->phase != PHASE_OPEN || state->socket != (u64)sk)
		return 0;
	fill_connection(&record, state, CHANGE_PROGRESS);
	fill_bytes(&record, sk, sk->__sk_common.skc_state, state->direction);
	bpf_seq_write(ctx->meta->seq, &record, sizeof(record));
	return 0;
}

static __always_inline void seed_listener(struct seq_file *seq, struct tcp_state *state, struct sock *sk, struct task_struct *task)
{
	struct listen_record record;

	set_endpoints(state, sk);
	set_owner(&state->owner, task, false);
	state->phase = PHASE_LISTENING;
	state->existed_before = true;
	fill_listen(&record, state, CHANGE_OPENED);
	if (bpf_seq_write(seq, &record, sizeof(record)))
		state->phase = PHASE_NEW;
}

static __always_inline void seed_connection(struct seq_file *seq, struct tcp_state *state, struct sock *sk, struct task_struct *task)
{
	struct connection_record record;
	int tcp_state = sk->__sk_common.skc_state;

	adopt_connection(state, sk, tcp_state);
	set_owner(&state->owner, task, false);
	fill_connection(&record, state, CHANGE_OPENED);
	fill_bytes(&record, sk, tcp_state, state->direction);
	if (bpf_seq_write(seq, &record, sizeof(record)))
		state->phase = PHASE_NEW;
}

/*
 * Walks every open file of every process for sockets that are older than the sensor. A socket that several processes share is given to the
 * one with the lowest pid until one of them uses it. What no longer fits the reader's buffer must stay new: the kernel comes again with it.
 */
SEC("iter/task_file")
int weft_tcp_seed(struct bpf_iter__task_file *ctx)
{
	struct task_struct *task = ctx->task;
	struct file *file = ctx->file;

	if (!task || !file)
		return 0;
	struct socket *socket = bpf_sock_from_file(file);
	if (!socket)
		return 0;
	struct sock *sk = socket->sk;
	if (!sk || !is_tcp(sk))
		return 0;
	int tcp_state = sk->__sk_common.skc_state;
	if (tcp_state == TCP_CLOSE || tcp_state == TCP_SYN_SENT || tcp_state == TCP_SYN_RECV || tcp_state == TCP_TIME_WAIT)
		return 0;
	enum record_opcode opcode = tcp_state == TCP_LISTEN ? OPCODE_LISTEN : OPCODE_CONNECTION;
	struct tcp_state *state = new_state_of(sk, opcode);
	if (!state || state->phase != PHASE_NEW)
		return 0;
	if (tcp_state == TCP_LISTEN)
		seed_listener(ctx->meta->seq, state, sk, task);
	else
		seed_connection(ctx->meta->seq, state, sk, task);
	return 0;
}

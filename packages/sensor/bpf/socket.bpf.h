/*
 * What is remembered of a TCP socket, in the socket itself (BPF socket storage): found without a hash, freed with the socket, and, being
 * cloned from a listener to the sockets it accepts, it tells which listener an inbound connection came by even where several share a port.
 */
#pragma once

/* Source: Linux include/linux/socket.h, include/uapi/linux/in.h, include/net/sock.h. */
#define AF_INET 2
#define AF_INET6 10
#define IPPROTO_TCP_NUMBER 6
#define SOCK_DONE_BIT 1

enum phase {
	PHASE_NEW = 0,
	PHASE_LISTENING = 1,
	PHASE_CONNECTING = 2,
	PHASE_OPEN = 3,
	PHASE_CLOSED = 4,
};

struct owner {
	u64 start_ns;
	u64 cgroup_id;
	u32 pid;
	/* False while only the listener's owner is known. */
	bool is_final;
	char comm[16];
};

struct tcp_state {
	/* The socket this was written for: a clone carries its listener's. */
	u64 socket;
	u64 cookie;
	u64 opened_ns;
	struct owner owner;
	u32 net_ns;
	u16 local_port;
	u16 remote_port;
	u8 local_address[16];
	u8 remote_address[16];
	u8 family;
	u8 direction;
	u8 phase;
	bool existed_before;
};

struct {
	__uint(type, BPF_MAP_TYPE_SK_STORAGE);
	__uint(map_flags, BPF_F_NO_PREALLOC | BPF_F_CLONE);
	__type(key, int);
	__type(value, struct tcp_state);
} sockets SEC(".maps");

static __always_inline bool is_tcp(const struct sock *sk)
{
	u16 family = sk->__sk_common.skc_family;

	return (family == AF_INET || family == AF_INET6) && sk->sk_protocol == IPPROTO_TCP_NUMBER;
}

static __always_inline void set_owner(struct owner *owner, struct task_struct *task, bool is_final)
{
	owner->pid = task->tgid;
	owner->start_ns = start_of(task);
	owner->cgroup_id = cgroup_id(cgroup_of(task));
	owner->is_final = is_final;
	copy_comm(owner->comm, task->group_leader);
}

static __always_inline bool is_mapped_ipv4(const u32 *address)
{
	return address[0] == 0 && address[1] == 0 && address[2] == bpf_htonl(0xffff);
}

static __always_inline void copy_ipv4(u8 *to, u32 address)
{
	__builtin_memset(to, 0, 16);
	__builtin_memcpy(to, &address, 4);
}

/* A connection of an IPv6 socket to an IPv4-mapped address is an IPv4 connection, and the kernel keeps its IPv4 addresses beside. */
static __always_inline void set_addresses(struct tcp_state *state, const struct sock *sk)
{
	const struct sock_common *common = &sk->__sk_common;
	u32 local[4], remote[4];

	BPF_CORE_READ_INTO(&local, common, skc_v6_rcv_saddr.in6_u.u6_addr32);
	BPF_CORE_READ_INTO(&remote, common, skc_v6_daddr.in6_u.u6_addr32);
	state->remote_port = bpf_ntohs(common->skc_dport);
	if (common->skc_family == AF_INET6 && !is_mapped_ipv4(remote) && !is_mapped_ipv4(local)) {
		state->family = 6;
		__builtin_memcpy(state->local_address, local, 16);
		__builtin_memcpy(state->remote_address, remote, 16);
		return;
	}
	state->family = 4;
	copy_ipv4(state->local_address, common->skc_rcv_saddr);
	copy_ipv4(state->remote_address, common->skc_daddr);
}

/* skc_num is 0 once the port was given back, which comes before the state change to CLOSE. */
static __always_inline void set_local_port(struct tcp_state *state, struct sock *sk)
{
	struct tcp_sock *tcp = bpf_skc_to_tcp_sock(sk);

	state->local_port = sk->__sk_common.skc_num;
	if (state->local_port == 0 && tcp)
		state->local_port = bpf_ntohs(tcp->inet_conn.icsk_inet.inet_sport);
}

static __always_inline void set_endpoints(struct tcp_state *state, struct sock *sk)
{
	set_addresses(state, sk);
	set_local_port(state, sk);
	state->net_ns = sk->__sk_common.skc_net.net->ns.inum;
	state->cookie = bpf_get_socket_cookie(sk);
	state->socket = (u64)sk;
}

/* What is remembered of a socket, as a record for the ring or for an iterator. */
#pragma once

static __always_inline void fill_connection(struct connection_record *record, const struct tcp_state *state, u8 change)
{
	fill_header(&record->header, OPCODE_CONNECTION, sizeof(*record));
	record->header.flags = state->existed_before ? CONNECTION_EXISTED_BEFORE : 0;
	record->cookie = state->cookie;
	record->opened_ns = state->opened_ns;
	record->start_ns = state->owner.start_ns;
	record->cgroup_id = state->owner.cgroup_id;
	record->pid = state->owner.pid;
	record->net_ns = state->net_ns;
	record->local_port = state->local_port;
	record->remote_port = state->remote_port;
	record->family = state->family;
	record->direction = state->direction;
	record->change = change;
	record->reserved = 0;
	__builtin_memcpy(record->local_address, state->local_address, 16);
	__builtin_memcpy(record->remote_address, state->remote_address, 16);
	__builtin_memcpy(record->comm, state->owner.comm, 16);
}

static __always_inline void fill_bytes(struct connection_record *record, struct sock *sk, int tcp_state, u8 direction)
{
	struct tcp_sock *tcp = bpf_skc_to_tcp_sock(sk);

	record->sent_bytes = 0;
	record->received_bytes = 0;
	if (!tcp)
		return;
	struct byte_counts counts = payload_bytes(tcp, tcp_state, direction);
	record->sent_bytes = counts.sent;
	record->received_bytes = counts.received;
}

static __always_inline void submit_connection(struct tcp_state *state, struct sock *sk, int tcp_state, u8 change)
{
	struct connection_record record;

	fill_connection(&record, state, change);
	fill_bytes(&record, sk, tcp_state, state->direction);
	submit(&record, sizeof(record), OPCODE_CONNECTION);
}

static __always_inline void fill_listen(struct listen_record *record, const struct tcp_state *state, u8 change)
{
	fill_header(&record->header, OPCODE_LISTEN, sizeof(*record));
	record->header.flags = state->existed_before ? CONNECTION_EXISTED_BEFORE : 0;
	record->start_ns = state->owner.start_ns;
	record->cgroup_id = state->owner.cgroup_id;
	record->pid = state->owner.pid;
	record->net_ns = state->net_ns;
	record->port = state->local_port;
	record->family = state->family;
	record->change = change;
	record->reserved = 0;
	__builtin_memcpy(record->address, state->local_address, 16);
}

static __always_inline void submit_listen(struct tcp_state *state, u8 change)
{
	struct listen_record record;

	fill_listen(&record, state, change);
	submit(&record, sizeof(record), OPCODE_LISTEN);
}

/*
 * Payload bytes of a connection from the kernel's own sequence accounting. bytes_acked counts the SYN of the side that connected and the
 * FIN of the side that was heard closing; bytes_received counts the peer's FIN. Neither is payload.
 */
#pragma once

struct byte_counts {
	u64 sent;
	u64 received;
};

static __always_inline u64 less(u64 count, u64 minus)
{
	return count > minus ? count - minus : 0;
}

/* In these states a FIN was queued, and takes one sequence number after the last payload byte. */
static __always_inline bool has_sent_fin(int tcp_state)
{
	return tcp_state == TCP_FIN_WAIT1 || tcp_state == TCP_FIN_WAIT2 || tcp_state == TCP_CLOSING || tcp_state == TCP_LAST_ACK;
}

/* `tcp_state` is the state before the change when called in one. */
static __always_inline struct byte_counts payload_bytes(struct tcp_sock *tcp, int tcp_state, u8 direction)
{
	struct sock *sk = (struct sock *)tcp;
	bool is_fin_acked = has_sent_fin(tcp_state) && tcp->snd_una == tcp->write_seq;
	bool has_fin_arrived = sk->__sk_common.skc_flags >> SOCK_DONE_BIT & 1;
	struct byte_counts counts = {
		.sent = less(tcp->bytes_acked, (direction == DIRECTION_OUTBOUND) + is_fin_acked),
		.received = less(tcp->bytes_received, has_fin_arrived),
	};

	return counts;
}

/*
 * Who connected, of a connection nobody saw begin: only the connecting side's bytes_acked counts a SYN, so it is one ahead of the payload
 * that was sent and is no longer in flight. A counter that moved while it was read, or a kernel that counted otherwise, falls back on the
 * rule of thumb that servers have the lower port.
 */
static __always_inline u8 infer_direction(struct tcp_sock *tcp, int tcp_state, const struct tcp_state *state)
{
	u32 unacked = tcp->snd_una;
	u32 in_flight = tcp->snd_nxt - unacked;
	u64 sent = tcp->bytes_sent - tcp->bytes_retrans;
	bool is_fin_sent = has_sent_fin(tcp_state);
	u64 acked = tcp->bytes_acked - (is_fin_sent && in_flight == 0);
	s64 ahead = acked + in_flight - (is_fin_sent && in_flight != 0) - sent;

	if (tcp->snd_una == unacked && ahead == 0)
		return DIRECTION_INBOUND;
	if (tcp->snd_una == unacked && ahead == 1)
		return DIRECTION_OUTBOUND;
	return state->local_port < state->remote_port ? DIRECTION_INBOUND : DIRECTION_OUTBOUND;
}

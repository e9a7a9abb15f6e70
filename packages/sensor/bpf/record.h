/*
 * What the kernel programs write and src/decode reads: little-endian, fields at their natural offsets, no hidden padding.
 * src/layout.test.ts holds this file and the decoder together.
 */
#pragma once

enum record_opcode {
	OPCODE_EXEC = 1,
	OPCODE_FORK = 2,
	OPCODE_EXIT = 3,
	OPCODE_CGROUP = 4,
	OPCODE_CONNECTION = 5,
	OPCODE_LISTEN = 6,
	OPCODE_COUNT = 7,
};

struct record_header {
	u16 opcode;
	u16 flags;
	/* Of the whole record, header and text included. */
	u32 size_bytes;
	/* CLOCK_BOOTTIME. */
	u64 at_ns;
};

enum exec_flags {
	EXEC_ARGV_TRUNCATED = 1,
	EXEC_PATH_TRUNCATED = 2,
	EXEC_UNLINKED = 4,
};

/* Followed by text: exe path, cwd (both without a terminator), then argv as the kernel holds it (every string ends in NUL). */
struct exec_record {
	struct record_header header;
	u64 start_ns;
	u64 parent_start_ns;
	u64 cgroup_id;
	u32 pid;
	u32 parent_pid;
	u32 group_id;
	u32 session_id;
	/* 0: not traced. */
	u32 tracer_pid;
	/* The thread that called exec; equal to pid unless it was not the leader. */
	u32 old_pid;
	u32 uid;
	u32 gid;
	u32 euid;
	u32 egid;
	/* 0xffffffff: not set. */
	u32 login_uid;
	u32 audit_session_id;
	u32 pid_ns;
	u32 mnt_ns;
	u32 net_ns;
	u32 user_ns;
	u16 exe_bytes;
	u16 cwd_bytes;
	u16 argv_bytes;
	u16 reserved;
	char comm[16];
};

struct fork_record {
	struct record_header header;
	u64 start_ns;
	u64 parent_start_ns;
	u64 cgroup_id;
	u32 pid;
	u32 parent_pid;
	u32 group_id;
	u32 session_id;
	u32 uid;
	u32 reserved;
	char comm[16];
};

struct exit_record {
	struct record_header header;
	u64 start_ns;
	u32 pid;
	/* As wait(2) has it: status << 8, or the signal in the low 7 bits. */
	u32 wait_status;
};

/* Followed by the path, without a terminator. */
struct cgroup_record {
	struct record_header header;
	u64 cgroup_id;
	u32 path_bytes;
	u32 reserved;
};

enum connection_change {
	CHANGE_OPENED = 1,
	CHANGE_PROGRESS = 2,
	CHANGE_CLOSED = 3,
	CHANGE_FAILED = 4,
};

enum direction {
	DIRECTION_OUTBOUND = 1,
	DIRECTION_INBOUND = 2,
};

enum connection_flags {
	CONNECTION_EXISTED_BEFORE = 1,
};

struct connection_record {
	struct record_header header;
	u64 cookie;
	u64 opened_ns;
	u64 sent_bytes;
	u64 received_bytes;
	/* 0 with pid 0: owner unknown. */
	u64 start_ns;
	u64 cgroup_id;
	u32 pid;
	u32 net_ns;
	u16 local_port;
	u16 remote_port;
	/* 4 or 6. */
	u8 family;
	u8 direction;
	u8 change;
	u8 reserved;
	u8 local_address[16];
	u8 remote_address[16];
	char comm[16];
};

struct listen_record {
	struct record_header header;
	u64 start_ns;
	u64 cgroup_id;
	u32 pid;
	u32 net_ns;
	u16 port;
	u8 family;
	u8 change;
	u32 reserved;
	u8 address[16];
};

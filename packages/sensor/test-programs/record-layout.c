/* One variable of every record, so that the compiler describes them all. Compiled for BPF, as the programs are, and never run. */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

#include "record.h"

struct exec_record a_exec_record;
struct fork_record a_fork_record;
struct exit_record a_exit_record;
struct cgroup_record a_cgroup_record;
struct connection_record a_connection_record;
struct listen_record a_listen_record;
enum record_opcode a_record_opcode;
enum exec_flags a_exec_flags;
enum connection_change a_connection_change;
enum direction a_direction;
enum connection_flags a_connection_flags;

#include <errno.h>
#include "feature.h"
#include "process.lskel.h"
#include "variants.h"

static void destroy(void *skeleton)
{
	process__destroy(skeleton);
}

int load_process(struct feature *feature, uint32_t ring_bytes)
{
	struct process *skeleton = process__open();

	if (!skeleton)
		return -errno;
	feature->skeleton = skeleton;
	feature->destroy = destroy;
	skeleton->maps.ring.max_entries = ring_bytes;
	int error = process__load(skeleton);
	if (error < 0)
		return error;
	feature->lost = skeleton->bss->lost;
	feature->ring_fd = skeleton->maps.ring.map_fd;
	/* Exit before fork before exec: a process whose beginning was seen is never left without its end. */
	feature_add(feature, (struct program){ .name = "exit", .program_fd = skeleton->progs.weft_exit.prog_fd });
	feature_add(feature, (struct program){ .name = "cgroup_attach", .program_fd = skeleton->progs.weft_cgroup_attach.prog_fd });
	feature_add(feature, (struct program){ .name = "fork", .program_fd = skeleton->progs.weft_fork.prog_fd });
	feature_add(feature, (struct program){ .name = "exec", .program_fd = skeleton->progs.weft_exec.prog_fd });
	feature_add(feature, (struct program){ .name = "process_seed",
					       .kind = PROGRAM_ITERATOR,
					       .program_fd = skeleton->progs.weft_process_seed.prog_fd });
	return 0;
}

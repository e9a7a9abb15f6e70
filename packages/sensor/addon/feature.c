#include <errno.h>
#include <string.h>
#include <bpf/skel_internal.h>
#include "feature.h"

static int attach(struct program *program)
{
	union bpf_attr attr;
	union bpf_iter_link_info info;
	int fd;

	memset(&attr, 0, sizeof(attr));
	memset(&info, 0, sizeof(info));
	if (program->kind == PROGRAM_TRACEPOINT) {
		attr.raw_tracepoint.prog_fd = program->program_fd;
		fd = skel_sys_bpf(BPF_RAW_TRACEPOINT_OPEN, &attr, offsetofend(union bpf_attr, raw_tracepoint.prog_fd));
	} else {
		info.map.map_fd = program->iterated_map_fd;
		attr.link_create.prog_fd = program->program_fd;
		attr.link_create.attach_type = BPF_TRACE_ITER;
		if (program->kind == PROGRAM_MAP_ITERATOR) {
			attr.link_create.iter_info = (uint64_t)&info;
			attr.link_create.iter_info_len = sizeof(info);
		}
		fd = skel_sys_bpf(BPF_LINK_CREATE, &attr, offsetofend(union bpf_attr, link_create.iter_info_len));
	}
	if (fd < 0)
		return -errno;
	program->link_fd = fd;
	return 0;
}

static int attach_all(struct feature *feature)
{
	for (int i = 0; i < feature->program_count; i++) {
		int error = attach(&feature->programs[i]);
		if (error < 0) {
			feature->failed_step = feature->programs[i].name;
			return error;
		}
	}
	return 0;
}

static int open_steps(struct feature *feature, const struct variant *variant, uint32_t ring_bytes)
{
	feature->failed_step = "load";
	int error = variant->load(feature, ring_bytes);
	if (error < 0)
		return error;
	feature->failed_step = "ring";
	error = ring_open(&feature->ring, feature->ring_fd, ring_bytes);
	if (error < 0)
		return error;
	feature->failed_step = NULL;
	return attach_all(feature);
}

int feature_open(struct feature *feature, const struct variant *variant, uint32_t ring_bytes)
{
	memset(feature, 0, sizeof(*feature));
	int error = open_steps(feature, variant, ring_bytes);

	if (error < 0) {
		const char *step = feature->failed_step;
		feature_close(feature);
		feature->failed_step = step;
	}
	return error;
}

void feature_close(struct feature *feature)
{
	for (int i = 0; i < feature->program_count; i++)
		skel_closenz(feature->programs[i].link_fd);
	ring_close(&feature->ring);
	if (feature->skeleton)
		feature->destroy(feature->skeleton);
	memset(feature, 0, sizeof(*feature));
}

static struct program *find(struct feature *feature, const char *name)
{
	for (int i = 0; i < feature->program_count; i++)
		if (strcmp(feature->programs[i].name, name) == 0)
			return &feature->programs[i];
	return NULL;
}

int feature_iterate(struct feature *feature, const char *program_name)
{
	union bpf_attr attr;
	struct program *program = find(feature, program_name);

	if (!program)
		return -ENOENT;
	memset(&attr, 0, sizeof(attr));
	attr.iter_create.link_fd = program->link_fd;
	int fd = skel_sys_bpf(BPF_ITER_CREATE, &attr, offsetofend(union bpf_attr, iter_create.flags));
	return fd < 0 ? -errno : fd;
}

void feature_add(struct feature *feature, struct program program)
{
	feature->programs[feature->program_count++] = program;
}

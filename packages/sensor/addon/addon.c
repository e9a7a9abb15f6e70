/* The door to JavaScript: src/native.ts has the types. Expected failures are returned as negative errnos, misuse throws. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <bpf/skel_internal.h>
#include "call.h"
#include "feature.h"

static void finalise(napi_env env, void *data, void *hint)
{
	(void)env;
	(void)hint;
	feature_close(data);
	free(data);
}

static const struct variant *find_variant(const char *name)
{
	for (int i = 0; i < variant_count; i++)
		if (strcmp(variants[i].name, name) == 0)
			return &variants[i];
	return NULL;
}

static napi_value failure(napi_env env, int error, const char *step)
{
	napi_value result = NULL, text = NULL;

	napi_create_object(env, &result);
	napi_create_string_utf8(env, step, NAPI_AUTO_LENGTH, &text);
	napi_set_named_property(env, result, "errno", number(env, -error));
	napi_set_named_property(env, result, "step", text);
	return result;
}

/* open(variant, ringBytes): handle | { errno, step } */
static napi_value js_open(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);
	char name[NAME_LIMIT];

	text_argument(&call, 0, name);
	const struct variant *variant = find_variant(name);
	if (!variant)
		return misuse(env, "open: no such variant");
	struct feature *feature = calloc(1, sizeof(*feature));
	if (!feature)
		return misuse(env, "open: out of memory");
	int error = feature_open(feature, variant, number_argument(&call, 1));
	if (error < 0) {
		napi_value result = failure(env, error, feature->failed_step ? feature->failed_step : "open");
		free(feature);
		return result;
	}
	napi_value result = NULL;
	napi_create_external(env, feature, finalise, NULL, &result);
	return result;
}

/* close(handle): void. Everything else on a closed handle finds nothing. */
static napi_value js_close(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);
	struct feature *feature = feature_argument(&call);

	if (!feature)
		return misuse(env, "close: not a handle");
	feature_close(feature);
	return NULL;
}

/* produced(handle): position in the ring up to which there is something to drain */
static napi_value js_produced(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);
	struct feature *feature = feature_argument(&call);

	if (!feature)
		return misuse(env, "produced: not a handle");
	return number(env, feature->skeleton ? ring_produced(&feature->ring) : 0);
}

/* drain(handle, bytes: Uint8Array, until): bytes copied */
static napi_value js_drain(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);
	struct feature *feature = feature_argument(&call);
	size_t capacity = 0;
	void *bytes = bytes_argument(&call, 1, &capacity);

	if (!feature || !bytes)
		return misuse(env, "drain: wants a handle and a Uint8Array");
	if (!feature->skeleton)
		return number(env, 0);
	return number(env, ring_drain(&feature->ring, bytes, capacity, number_argument(&call, 2)));
}

/* iterate(handle, program): file descriptor | -errno */
static napi_value js_iterate(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);
	struct feature *feature = feature_argument(&call);
	char name[NAME_LIMIT];

	if (!feature)
		return misuse(env, "iterate: not a handle");
	text_argument(&call, 1, name);
	return number(env, feature_iterate(feature, name));
}

/* read(fd, bytes): bytes read | -errno. An iterator asks to be read again with EAGAIN when it wants the processor back. */
static napi_value js_read(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);
	size_t capacity = 0;
	void *bytes = bytes_argument(&call, 1, &capacity);
	ssize_t length;

	if (!bytes)
		return misuse(env, "read: wants a Uint8Array");
	do
		length = read(number_argument(&call, 0), bytes, capacity);
	while (length < 0 && (errno == EAGAIN || errno == EINTR));
	return number(env, length < 0 ? -errno : length);
}

/* closeFd(fd): void */
static napi_value js_close_fd(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);

	close(number_argument(&call, 0));
	return NULL;
}

/* lost(handle, counts: Float64Array of LOST_KINDS): void */
static napi_value js_lost(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);
	struct feature *feature = feature_argument(&call);
	size_t size_bytes = 0;
	double *counts = bytes_argument(&call, 1, &size_bytes);

	if (!feature || size_bytes < LOST_KINDS * sizeof(double))
		return misuse(env, "lost: wants a handle and a Float64Array");
	for (int i = 0; feature->skeleton && i < LOST_KINDS; i++)
		counts[i] = __atomic_load_n(&feature->lost[i], __ATOMIC_RELAXED);
	return NULL;
}

static void describe(napi_env env, napi_value to, const struct program *program)
{
	struct bpf_prog_info info;
	union bpf_attr attr;
	napi_value name = NULL;

	memset(&info, 0, sizeof(info));
	memset(&attr, 0, sizeof(attr));
	attr.info.bpf_fd = program->program_fd;
	attr.info.info_len = sizeof(info);
	attr.info.info = (uint64_t)&info;
	skel_sys_bpf(BPF_OBJ_GET_INFO_BY_FD, &attr, offsetofend(union bpf_attr, info));
	napi_create_string_utf8(env, program->name, NAPI_AUTO_LENGTH, &name);
	napi_set_named_property(env, to, "name", name);
	napi_set_named_property(env, to, "runCount", number(env, info.run_cnt));
	napi_set_named_property(env, to, "runTimeNs", number(env, info.run_time_ns));
	napi_set_named_property(env, to, "missedCount", number(env, info.recursion_misses));
}

/* programs(handle): { name, runCount, runTimeNs, missedCount }[] */
static napi_value js_programs(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);
	struct feature *feature = feature_argument(&call);
	napi_value result = NULL;

	if (!feature)
		return misuse(env, "programs: not a handle");
	napi_create_array(env, &result);
	for (int i = 0; i < feature->program_count; i++) {
		napi_value item = NULL;
		napi_create_object(env, &item);
		describe(env, item, &feature->programs[i]);
		napi_set_element(env, result, i, item);
	}
	return result;
}

/* pending(handle): bytes written and not drained */
static napi_value js_pending(napi_env env, napi_callback_info info)
{
	struct call call = begin_call(env, info);
	struct feature *feature = feature_argument(&call);

	if (!feature)
		return misuse(env, "pending: not a handle");
	return number(env, feature->skeleton ? ring_produced(&feature->ring) - ring_consumed(&feature->ring) : 0);
}

/* nowBootNs(): CLOCK_BOOTTIME */
static napi_value js_now_boot_ns(napi_env env, napi_callback_info info)
{
	struct timespec now;

	(void)info;
	clock_gettime(CLOCK_BOOTTIME, &now);
	return number(env, now.tv_sec * 1e9 + now.tv_nsec);
}

static void export(napi_env env, napi_value exports, const char *name, napi_callback function)
{
	napi_value value = NULL;

	napi_create_function(env, name, NAPI_AUTO_LENGTH, function, NULL, &value);
	napi_set_named_property(env, exports, name, value);
}

NAPI_MODULE_INIT()
{
	export(env, exports, "open", js_open);
	export(env, exports, "close", js_close);
	export(env, exports, "produced", js_produced);
	export(env, exports, "drain", js_drain);
	export(env, exports, "pending", js_pending);
	export(env, exports, "iterate", js_iterate);
	export(env, exports, "read", js_read);
	export(env, exports, "closeFd", js_close_fd);
	export(env, exports, "lost", js_lost);
	export(env, exports, "programs", js_programs);
	export(env, exports, "nowBootNs", js_now_boot_ns);
	return exports;
}

/*
 * load-addon ADDON WAY...: stands in for Bun just enough to load the addon and open each way; says "loaded EXPORTS" and "opened WAY".
 * Compiled with musl, it shows that the addon asks nothing of libc that musl does not have. Needs root.
 */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef void *value;
typedef value (*callback)(void *env, void *info);

static const char *way;
static void *opened;
static callback open_way, close_way;
static int export_count;

int napi_create_function(void *env, const char *name, size_t length, callback function, void *data, value *result)
{
	(void)env, (void)length, (void)data, (void)result;
	if (strcmp(name, "open") == 0)
		open_way = function;
	if (strcmp(name, "close") == 0)
		close_way = function;
	export_count++;
	return 0;
}

int napi_create_external(void *env, void *data, void *finalise, void *hint, value *result)
{
	(void)env, (void)finalise, (void)hint, (void)result;
	opened = data;
	return 0;
}

int napi_get_value_external(void *env, value from, void **result)
{
	(void)env, (void)from;
	*result = opened;
	return 0;
}

int napi_get_value_string_utf8(void *env, value from, char *to, size_t size, size_t *length)
{
	(void)env, (void)from;
	*length = snprintf(to, size, "%s", way);
	return 0;
}

int napi_get_value_double(void *env, value from, double *result)
{
	(void)env, (void)from;
	*result = 65536;
	return 0;
}

#define NOT_NEEDED(name) int name(void) { return 0; }
NOT_NEEDED(napi_get_cb_info)
NOT_NEEDED(napi_get_typedarray_info)
NOT_NEEDED(napi_create_array)
NOT_NEEDED(napi_create_double)
NOT_NEEDED(napi_create_object)
NOT_NEEDED(napi_create_string_utf8)
NOT_NEEDED(napi_set_element)
NOT_NEEDED(napi_set_named_property)
NOT_NEEDED(napi_throw_type_error)

int main(int argc, char **argv)
{
	void *addon = argc > 2 ? dlopen(argv[1], RTLD_NOW) : NULL;

	if (!addon) {
		fprintf(stderr, "%s\n", argc > 2 ? dlerror() : "load-addon ADDON WAY...");
		return 1;
	}
	value (*start)(void *, value) = (value (*)(void *, value))dlsym(addon, "napi_register_module_v1");
	start(NULL, NULL);
	printf("loaded %d\n", export_count);
	for (int i = 2; i < argc; i++) {
		way = argv[i];
		opened = NULL;
		open_way(NULL, NULL);
		if (!opened)
			return 1;
		close_way(NULL, NULL);
		printf("opened %s\n", way);
	}
	return 0;
}

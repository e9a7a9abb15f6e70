/* Arguments and results of a call from JavaScript. */
#pragma once
#include <stddef.h>
#include <node_api.h>

#define ARGUMENT_LIMIT 4
#define NAME_LIMIT 32

struct call {
	napi_env env;
	napi_value arguments[ARGUMENT_LIMIT];
};

static inline struct call begin_call(napi_env env, napi_callback_info info)
{
	struct call call = { .env = env };
	size_t count = ARGUMENT_LIMIT;

	napi_get_cb_info(env, info, &count, call.arguments, NULL, NULL);
	return call;
}

static inline napi_value misuse(napi_env env, const char *message)
{
	napi_throw_type_error(env, NULL, message);
	return NULL;
}

static inline napi_value number(napi_env env, double value)
{
	napi_value result = NULL;

	napi_create_double(env, value, &result);
	return result;
}

static inline double number_argument(const struct call *call, int index)
{
	double value = 0;

	napi_get_value_double(call->env, call->arguments[index], &value);
	return value;
}

static inline void text_argument(const struct call *call, int index, char *to)
{
	size_t length = 0;

	to[0] = 0;
	napi_get_value_string_utf8(call->env, call->arguments[index], to, NAME_LIMIT, &length);
}

static inline struct feature *feature_argument(const struct call *call)
{
	void *feature = NULL;

	napi_get_value_external(call->env, call->arguments[0], &feature);
	return feature;
}

/* Memory of a typed array; NULL when it is none. */
static inline void *bytes_argument(const struct call *call, int index, size_t *size_bytes)
{
	void *data = NULL;
	napi_typedarray_type type;
	size_t length = 0;

	if (napi_get_typedarray_info(call->env, call->arguments[index], &type, &length, &data, NULL, NULL) != napi_ok)
		return NULL;
	*size_bytes = type == napi_float64_array ? length * sizeof(double) : length;
	return data;
}

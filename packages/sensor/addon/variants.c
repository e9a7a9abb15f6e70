#include "feature.h"
#include "variants.h"

const struct variant variants[] = {
	{ "process", load_process },
	{ "connection", load_connection },
	{ "connection_basic", load_connection_basic },
};

const int variant_count = sizeof(variants) / sizeof(variants[0]);

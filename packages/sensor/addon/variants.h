#pragma once
#include <stdint.h>

struct feature;

int load_process(struct feature *feature, uint32_t ring_bytes);
int load_connection(struct feature *feature, uint32_t ring_bytes);
int load_connection_basic(struct feature *feature, uint32_t ring_bytes);

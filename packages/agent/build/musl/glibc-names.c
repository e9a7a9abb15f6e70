/*
 * What the distribution's static libstdc++ calls by glibc's names, for musl, which has none of these.
 * Hidden: nobody else sees them. musl's and glibc's thread types have the same sizes on x86-64.
 */
#include <pthread.h>
#include <sys/random.h>

#define HIDDEN __attribute__((visibility("hidden")))

int __pthread_key_create(pthread_key_t *key, void (*destroy)(void *));
int _dl_find_object(void *address, void *result);
unsigned arc4random(void);

HIDDEN void *__dso_handle = 0;

/* "Maybe not": reference counts are always counted atomically. */
HIDDEN char __libc_single_threaded = 0;

HIDDEN int __pthread_key_create(pthread_key_t *key, void (*destroy)(void *)) { return pthread_key_create(key, destroy); }

/* "Not found": the unwinder then asks dl_iterate_phdr, which musl has. */
HIDDEN int _dl_find_object(void *address, void *result) {
  (void)address;
  (void)result;
  return -1;
}

HIDDEN unsigned arc4random(void) {
  unsigned value = 0;
  while (getrandom(&value, sizeof value, 0) != sizeof value) {
  }
  return value;
}

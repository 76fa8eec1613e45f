// Hints to the processor, which Swift has no words for. They change nothing else; any address is allowed.
#ifndef REQUITE_CSCAN_PREFETCH_H
#define REQUITE_CSCAN_PREFETCH_H

/// Begins to bring the memory at `address` into the cache, to be read.
static inline void cscan_prefetch_read(const void *address) {
  __builtin_prefetch(address, 0);
}

/// Begins to bring the memory at `address` into the cache, to be written.
static inline void cscan_prefetch_write(const void *address) {
  __builtin_prefetch(address, 1);
}

#endif

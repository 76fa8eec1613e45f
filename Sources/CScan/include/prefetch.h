// A hint to the processor, which Swift has no word for.
#ifndef REQUITE_CSCAN_PREFETCH_H
#define REQUITE_CSCAN_PREFETCH_H

/// Begins to bring the memory at `address` into the cache. Changes nothing else; any address is allowed.
static inline void cscan_prefetch(const void *address) {
  __builtin_prefetch(address);
}

#endif

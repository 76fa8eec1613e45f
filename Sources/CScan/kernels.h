// The kernels by name. `scan.c` chooses among them.
#ifndef REQUITE_CSCAN_KERNELS_H
#define REQUITE_CSCAN_KERNELS_H

#include "scan.h"

#define CSCAN_DECLARE(kernel)                                                                                 \
  cscan_found cscan_find_csv_##kernel(const uint8_t *, size_t, uint8_t, cscan_csv_masks);                     \
  cscan_found cscan_find_json_##kernel(const uint8_t *, size_t, cscan_json_masks);                            \
  size_t cscan_positions_##kernel(const uint64_t *, size_t, uint32_t, uint32_t *);

CSCAN_DECLARE(portable)

#if defined(__x86_64__)
CSCAN_DECLARE(sse2)
CSCAN_DECLARE(avx2)
CSCAN_DECLARE(avx512)
#elif defined(__ARM_NEON) && defined(__aarch64__)
CSCAN_DECLARE(neon)
#endif

// The two loops over blocks, the same for every kernel: `load`, `equal`, `control` and `high` are its own.

#define CSCAN_DEFINE_FIND(kernel)                                                                             \
  cscan_found cscan_find_csv_##kernel(const uint8_t *bytes, size_t blocks, uint8_t separator,                 \
                                      cscan_csv_masks masks) {                                                \
    cscan_found found = {0, 0};                                                                               \
    for (size_t block = 0; block < blocks; block++) {                                                         \
      const lanes_t lanes = load(bytes + 64 * block);                                                         \
      const uint64_t quotes = equal(lanes, '"');                                                              \
      const uint64_t line_feeds = equal(lanes, '\n');                                                         \
      const uint64_t outside = high(lanes);                                                                   \
      masks.quotes[block] = quotes;                                                                           \
      masks.ends[block] = equal(lanes, separator) | line_feeds;                                               \
      masks.line_feeds[block] = line_feeds;                                                                   \
      masks.high[block] = outside;                                                                            \
      found.marks |= (uint64_t)(quotes != 0) << block;                                                        \
      found.high |= (uint64_t)(outside != 0) << block;                                                        \
    }                                                                                                         \
    return found;                                                                                             \
  }                                                                                                           \
                                                                                                              \
  cscan_found cscan_find_json_##kernel(const uint8_t *bytes, size_t blocks, cscan_json_masks masks) {         \
    cscan_found found = {0, 0};                                                                               \
    for (size_t block = 0; block < blocks; block++) {                                                         \
      const lanes_t lanes = load(bytes + 64 * block);                                                         \
      const uint64_t line_feeds = equal(lanes, '\n');                                                         \
      const uint64_t special = (equal(lanes, '\\') | control(lanes)) & ~line_feeds;                           \
      const uint64_t outside = high(lanes);                                                                   \
      masks.quotes[block] = equal(lanes, '"');                                                                \
      masks.line_feeds[block] = line_feeds;                                                                   \
      masks.special[block] = special;                                                                         \
      masks.high[block] = outside;                                                                            \
      found.marks |= (uint64_t)(special != 0) << block;                                                       \
      found.high |= (uint64_t)(outside != 0) << block;                                                        \
    }                                                                                                         \
    return found;                                                                                             \
  }

#endif

// SSE2, which every x86-64 processor has: sixteen bytes at a time.
#include "kernels.h"

#if defined(__x86_64__)

#include <emmintrin.h>

typedef struct {
  __m128i lane[4];
} lanes_t;

static inline lanes_t load(const uint8_t *bytes) {
  lanes_t lanes;
  for (int lane = 0; lane < 4; lane++) lanes.lane[lane] = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
  return lanes;
}

static inline uint64_t high(lanes_t lanes) {
  uint64_t mask = 0;
  for (int lane = 0; lane < 4; lane++) {
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(lanes.lane[lane]) << (16 * lane);
  }
  return mask;
}

static inline uint64_t equal(lanes_t lanes, uint8_t byte) {
  const __m128i wanted = _mm_set1_epi8((char)byte);
  for (int lane = 0; lane < 4; lane++) lanes.lane[lane] = _mm_cmpeq_epi8(lanes.lane[lane], wanted);
  return high(lanes);
}

static inline uint64_t control(lanes_t lanes) {
  const __m128i last = _mm_set1_epi8(0x1F);
  for (int lane = 0; lane < 4; lane++) {
    lanes.lane[lane] = _mm_cmpeq_epi8(_mm_min_epu8(lanes.lane[lane], last), lanes.lane[lane]);
  }
  return high(lanes);
}

CSCAN_DEFINE_FIND(sse2)

/// Without the instructions for counting and clearing bits the plain loop is as good as any.
size_t cscan_positions_sse2(const uint64_t *masks, size_t blocks, uint32_t offset, uint32_t *positions) {
  return cscan_positions_portable(masks, blocks, offset, positions);
}

#endif

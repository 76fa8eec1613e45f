// AVX2, thirty-two bytes at a time, with the bit instructions that came with it.
#include "kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,bmi,popcnt"))), apply_to = function)

typedef struct {
  __m256i low;
  __m256i top;
} lanes_t;

static inline lanes_t load(const uint8_t *bytes) {
  return (lanes_t){
      .low = _mm256_loadu_si256((const __m256i *)bytes),
      .top = _mm256_loadu_si256((const __m256i *)(bytes + 32)),
  };
}

static inline uint64_t high(lanes_t lanes) {
  const uint32_t low = (uint32_t)_mm256_movemask_epi8(lanes.low);
  const uint32_t top = (uint32_t)_mm256_movemask_epi8(lanes.top);
  return (uint64_t)top << 32 | low;
}

static inline uint64_t equal(lanes_t lanes, uint8_t byte) {
  const __m256i wanted = _mm256_set1_epi8((char)byte);
  return high((lanes_t){.low = _mm256_cmpeq_epi8(lanes.low, wanted), .top = _mm256_cmpeq_epi8(lanes.top, wanted)});
}

static inline uint64_t control(lanes_t lanes) {
  const __m256i last = _mm256_set1_epi8(0x1F);
  return high((lanes_t){
      .low = _mm256_cmpeq_epi8(_mm256_min_epu8(lanes.low, last), lanes.low),
      .top = _mm256_cmpeq_epi8(_mm256_min_epu8(lanes.top, last), lanes.top),
  });
}

CSCAN_DEFINE_FIND(avx2)

/// Writes the positions of the lowest `count` bits and returns the mask without them.
///
/// Where there are fewer bits, the rest is written all the same and means nothing.
static inline uint64_t write(uint64_t mask, int count, uint32_t offset, uint32_t *positions) {
  for (int index = 0; index < count; index++) {
    positions[index] = offset + (uint32_t)_tzcnt_u64(mask);
    mask = _blsr_u64(mask);
  }
  return mask;
}

/// A loop over the bits would end at a place the processor cannot foresee, for nearly every block. So a fixed number is
/// written, enough for most blocks, and only what counts is kept.
size_t cscan_positions_avx2(const uint64_t *masks, size_t blocks, uint32_t offset, uint32_t *positions) {
  uint32_t *next = positions;
  for (size_t block = 0; block < blocks; block++) {
    uint64_t mask = masks[block];
    const int count = (int)_mm_popcnt_u64(mask);
    mask = write(mask, 4, offset, next);
    if (count > 4) mask = write(mask, 8, offset, next + 4);
    for (int written = 12; written < count; written += 4) mask = write(mask, 4, offset, next + written);
    next += count;
    offset += 64;
  }
  return (size_t)(next - positions);
}

#pragma clang attribute pop

#endif

// AVX-512: a whole block at a time, and masks are what its comparisons give.
#include "kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt"))), apply_to = function)

typedef __m512i lanes_t;

static inline lanes_t load(const uint8_t *bytes) {
  return _mm512_loadu_si512(bytes);
}

static inline uint64_t equal(lanes_t lanes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(lanes, _mm512_set1_epi8((char)byte));
}

static inline uint64_t control(lanes_t lanes) {
  return _mm512_cmplt_epu8_mask(lanes, _mm512_set1_epi8(0x20));
}

static inline uint64_t high(lanes_t lanes) {
  return _mm512_movepi8_mask(lanes);
}

CSCAN_DEFINE_FIND(avx512)

/// Writes sixteen positions, which are `offset` and a byte each.
static inline void widen(__m128i bytes, __m512i offset, uint32_t *positions) {
  _mm512_storeu_si512(positions, _mm512_add_epi32(_mm512_cvtepu8_epi32(bytes), offset));
}

/// The numbers 0 to 63, compressed by the mask, are the places of its bits. Sixteen of them are written for every block,
/// more where there are more, and only what counts is kept.
size_t cscan_positions_avx512(const uint64_t *masks, size_t blocks, uint32_t offset, uint32_t *positions) {
  static const uint8_t numbers[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
  };
  const __m512i places = _mm512_loadu_si512(numbers);
  __m512i start = _mm512_set1_epi32((int)offset);
  uint32_t *next = positions;
  for (size_t block = 0; block < blocks; block++) {
    const int count = (int)_mm_popcnt_u64(masks[block]);
    const __m512i found = _mm512_maskz_compress_epi8(masks[block], places);
    widen(_mm512_castsi512_si128(found), start, next);
    if (count > 16) {
      widen(_mm512_extracti32x4_epi32(found, 1), start, next + 16);
      widen(_mm512_extracti32x4_epi32(found, 2), start, next + 32);
      widen(_mm512_extracti32x4_epi32(found, 3), start, next + 48);
    }
    next += count;
    start = _mm512_add_epi32(start, _mm512_set1_epi32(64));
  }
  return (size_t)(next - positions);
}

#pragma clang attribute pop

#endif

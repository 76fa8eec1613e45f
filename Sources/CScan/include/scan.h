// Sixty-four bytes at a time: which of them are quotes, separators, line feeds, outside ASCII.
//
// Only the comparison of bytes needs the processor's vector instructions, so only this is written in C; the loop around
// it is Swift and inlines these functions. Three versions give the same masks: SSE2 (every x86-64), NEON (every arm64),
// and portable C, which is also what the others are tested against.
#ifndef REQUITE_CSCAN_H
#define REQUITE_CSCAN_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

/// One bit for each of 64 bytes; the first byte is the lowest bit.
typedef struct {
  uint64_t quotes;
  uint64_t separators;
  uint64_t line_feeds;
  uint64_t high;
} cscan_masks;

/// The masks of the 64 bytes at `bytes`, in portable C.
cscan_masks cscan_block_portable(const uint8_t *bytes, uint8_t separator);

#if defined(__SSE2__)

static inline uint64_t cscan_equal_sse2(const __m128i lanes[4], char byte) {
  const __m128i wanted = _mm_set1_epi8(byte);
  uint64_t mask = 0;
  for (int lane = 0; lane < 4; lane++) {
    const int bits = _mm_movemask_epi8(_mm_cmpeq_epi8(lanes[lane], wanted));
    mask |= (uint64_t)(uint32_t)bits << (16 * lane);
  }
  return mask;
}

/// The masks of the 64 bytes at `bytes`, which need no alignment.
static inline cscan_masks cscan_block(const uint8_t *bytes, uint8_t separator) {
  __m128i lanes[4];
  uint64_t high = 0;
  for (int lane = 0; lane < 4; lane++) {
    lanes[lane] = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
    high |= (uint64_t)(uint32_t)_mm_movemask_epi8(lanes[lane]) << (16 * lane);
  }
  return (cscan_masks){
      .quotes = cscan_equal_sse2(lanes, '"'),
      .separators = cscan_equal_sse2(lanes, (char)separator),
      .line_feeds = cscan_equal_sse2(lanes, '\n'),
      .high = high,
  };
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

/// NEON has no movemask: each lane keeps the bit of its position, and pairs are added until eight bytes are left.
static inline uint64_t cscan_gather_neon(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t low = vpaddq_u8(vandq_u8(a, bits), vandq_u8(b, bits));
  uint8x16_t high = vpaddq_u8(vandq_u8(c, bits), vandq_u8(d, bits));
  low = vpaddq_u8(low, high);
  low = vpaddq_u8(low, low);
  return vgetq_lane_u64(vreinterpretq_u64_u8(low), 0);
}

static inline uint64_t cscan_equal_neon(uint8x16x4_t lanes, uint8_t byte) {
  const uint8x16_t wanted = vdupq_n_u8(byte);
  return cscan_gather_neon(vceqq_u8(lanes.val[0], wanted), vceqq_u8(lanes.val[1], wanted),
                           vceqq_u8(lanes.val[2], wanted), vceqq_u8(lanes.val[3], wanted));
}

/// The masks of the 64 bytes at `bytes`, which need no alignment.
static inline cscan_masks cscan_block(const uint8_t *bytes, uint8_t separator) {
  uint8x16x4_t lanes;
  uint8x16x4_t high;
  const uint8x16_t top = vdupq_n_u8(0x80);
  for (int lane = 0; lane < 4; lane++) {
    lanes.val[lane] = vld1q_u8(bytes + 16 * lane);
    high.val[lane] = vcgeq_u8(lanes.val[lane], top);
  }
  return (cscan_masks){
      .quotes = cscan_equal_neon(lanes, '"'),
      .separators = cscan_equal_neon(lanes, separator),
      .line_feeds = cscan_equal_neon(lanes, '\n'),
      .high = cscan_gather_neon(high.val[0], high.val[1], high.val[2], high.val[3]),
  };
}

#else

/// The masks of the 64 bytes at `bytes`, which need no alignment.
static inline cscan_masks cscan_block(const uint8_t *bytes, uint8_t separator) {
  return cscan_block_portable(bytes, separator);
}

#endif

/// Bit n of the result is the parity of the bits 0...n of `mask`: with the mask of quotes, the bytes inside them.
static inline uint64_t cscan_prefix_xor(uint64_t mask) {
  mask ^= mask << 1;
  mask ^= mask << 2;
  mask ^= mask << 4;
  mask ^= mask << 8;
  mask ^= mask << 16;
  mask ^= mask << 32;
  return mask;
}

#endif

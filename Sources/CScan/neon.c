// NEON, which every arm64 processor has: sixteen bytes at a time.
#include "kernels.h"

#if defined(__ARM_NEON) && defined(__aarch64__)

#include <arm_neon.h>

typedef uint8x16x4_t lanes_t;

static inline lanes_t load(const uint8_t *bytes) {
  lanes_t lanes;
  for (int lane = 0; lane < 4; lane++) lanes.val[lane] = vld1q_u8(bytes + 16 * lane);
  return lanes;
}

/// NEON has no movemask: each lane keeps the bit of its position, and pairs are added until eight bytes are left.
static inline uint64_t gather(lanes_t lanes) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t low = vpaddq_u8(vandq_u8(lanes.val[0], bits), vandq_u8(lanes.val[1], bits));
  uint8x16_t top = vpaddq_u8(vandq_u8(lanes.val[2], bits), vandq_u8(lanes.val[3], bits));
  low = vpaddq_u8(low, top);
  low = vpaddq_u8(low, low);
  return vgetq_lane_u64(vreinterpretq_u64_u8(low), 0);
}

static inline uint64_t equal(lanes_t lanes, uint8_t byte) {
  const uint8x16_t wanted = vdupq_n_u8(byte);
  for (int lane = 0; lane < 4; lane++) lanes.val[lane] = vceqq_u8(lanes.val[lane], wanted);
  return gather(lanes);
}

static inline uint64_t control(lanes_t lanes) {
  const uint8x16_t space = vdupq_n_u8(0x20);
  for (int lane = 0; lane < 4; lane++) lanes.val[lane] = vcltq_u8(lanes.val[lane], space);
  return gather(lanes);
}

static inline uint64_t high(lanes_t lanes) {
  const uint8x16_t top = vdupq_n_u8(0x80);
  for (int lane = 0; lane < 4; lane++) lanes.val[lane] = vcgeq_u8(lanes.val[lane], top);
  return gather(lanes);
}

CSCAN_DEFINE_FIND(neon)

size_t cscan_positions_neon(const uint64_t *masks, size_t blocks, uint32_t offset, uint32_t *positions) {
  return cscan_positions_portable(masks, blocks, offset, positions);
}

#endif

// Plain C: what the other kernels must give.
#include "kernels.h"

typedef const uint8_t *lanes_t;

static lanes_t load(const uint8_t *bytes) {
  return bytes;
}

static uint64_t equal(lanes_t bytes, uint8_t byte) {
  uint64_t mask = 0;
  for (int index = 0; index < 64; index++) mask |= (uint64_t)(bytes[index] == byte) << index;
  return mask;
}

static uint64_t control(lanes_t bytes) {
  uint64_t mask = 0;
  for (int index = 0; index < 64; index++) mask |= (uint64_t)(bytes[index] < 0x20) << index;
  return mask;
}

static uint64_t high(lanes_t bytes) {
  uint64_t mask = 0;
  for (int index = 0; index < 64; index++) mask |= (uint64_t)(bytes[index] >> 7) << index;
  return mask;
}

CSCAN_DEFINE_FIND(portable)

size_t cscan_positions_portable(const uint64_t *masks, size_t blocks, uint32_t offset, uint32_t *positions) {
  uint32_t *next = positions;
  for (size_t block = 0; block < blocks; block++) {
    for (uint64_t mask = masks[block]; mask != 0; mask &= mask - 1) {
      *next++ = offset + (uint32_t)(64 * block) + (uint32_t)__builtin_ctzll(mask);
    }
  }
  return (size_t)(next - positions);
}

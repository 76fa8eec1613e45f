// Sixty-four bytes at a time: which of them are quotes, ends of fields, line feeds, outside ASCII.
//
// Finding bytes and writing down where they are needs the processor's vector instructions, so this is C; what the bytes
// mean is decided in Swift. Both go over a batch of blocks in one call, whose masks stay in the first-level cache, so
// that the best kernel can be chosen while the program runs. All kernels give the same results; the portable one says
// what they are, and the others are tested against it.
#ifndef REQUITE_CSCAN_H
#define REQUITE_CSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Ways to do the same work, the better ones last.
typedef enum {
  /// Plain C.
  CSCAN_PORTABLE,
  /// What every processor of the architecture has: SSE2 on x86-64, NEON on arm64.
  CSCAN_BASELINE,
  /// AVX2 with the bit instructions BMI.
  CSCAN_AVX2,
  /// AVX-512 with BW and VBMI2.
  CSCAN_AVX512,
} cscan_kernel;

/// Whether this processor and this build have a kernel.
bool cscan_has(cscan_kernel kernel);

/// The best kernel there is.
cscan_kernel cscan_best(void);

/// The masks of some blocks of CSV, one of each kind for each block; the first byte is the lowest bit.
typedef struct {
  uint64_t *quotes;
  /// Separators and line feeds.
  uint64_t *ends;
  uint64_t *line_feeds;
  /// Bytes outside ASCII.
  uint64_t *high;
} cscan_csv_masks;

/// The masks of some blocks of JSON lines, one of each kind for each block; the first byte is the lowest bit.
typedef struct {
  uint64_t *quotes;
  uint64_t *line_feeds;
  /// Backslashes, and control characters other than line feeds.
  uint64_t *special;
  /// Bytes outside ASCII.
  uint64_t *high;
} cscan_json_masks;

/// Which blocks of a batch, at most 64, have what is rare; the first block is the lowest bit.
typedef struct {
  /// Quotes (in CSV), special bytes (in JSON lines).
  uint64_t marks;
  /// Bytes outside ASCII.
  uint64_t high;
} cscan_found;

/// Fills the masks of `blocks` blocks of 64 bytes from `bytes`, which need no alignment.
cscan_found cscan_find_csv(cscan_kernel kernel, const uint8_t *bytes, size_t blocks, uint8_t separator,
                           cscan_csv_masks masks);

/// Fills the masks of `blocks` blocks of 64 bytes from `bytes`, which need no alignment.
cscan_found cscan_find_json(cscan_kernel kernel, const uint8_t *bytes, size_t blocks, cscan_json_masks masks);

/// Entries behind those that count which `cscan_positions` may overwrite.
#define CSCAN_POSITIONS_SLACK 64

/// Writes the positions of all bits of `blocks` masks, the first bit being `offset`, and returns how many there are.
size_t cscan_positions(cscan_kernel kernel, const uint64_t *masks, size_t blocks, uint32_t offset,
                       uint32_t *positions);

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

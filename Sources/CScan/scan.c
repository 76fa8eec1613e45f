#include "scan.h"

cscan_masks cscan_block_portable(const uint8_t *bytes, uint8_t separator) {
  cscan_masks masks = {0, 0, 0, 0};
  for (int index = 0; index < 64; index++) {
    const uint8_t byte = bytes[index];
    masks.quotes |= (uint64_t)(byte == '"') << index;
    masks.separators |= (uint64_t)(byte == separator) << index;
    masks.line_feeds |= (uint64_t)(byte == '\n') << index;
    masks.high |= (uint64_t)(byte >> 7) << index;
  }
  return masks;
}

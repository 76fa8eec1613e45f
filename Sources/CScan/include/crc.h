// The CRC-32 of gzip (ISO 3309), many bytes a step where the processor has instructions for it.
#ifndef REQUITE_CSCAN_CRC_H
#define REQUITE_CSCAN_CRC_H

#include <stddef.h>
#include <stdint.h>

/// Carries the checksum at `checksum` on over the front of the `count` bytes at `bytes`, which need no alignment.
///
/// Returns how many bytes that were: a multiple of 16 that leaves fewer than 16, or none, where there are fewer than 64
/// or the processor cannot. What is left is for whoever can do it byte by byte.
size_t cscan_crc32_front(uint32_t *checksum, const uint8_t *bytes, size_t count);

#endif

#include "crc.h"

#if defined(__x86_64__)
#include <immintrin.h>

// After Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (Intel, 2009), for
// bits in reflected order: sixteen bytes are a polynomial, and carrying them on over n bytes is a carry-less product of
// its halves with x^(8n+32) and x^(8n-32) modulo the CRC's polynomial. Four such folds run side by side.

#define FOLDING __attribute__((target("pclmul,sse4.1")))

/// The sixteen bytes of `sum`, carried on over the distance that `powers` stand for, with `next` added.
FOLDING static inline __m128i fold(__m128i sum, __m128i powers, __m128i next) {
  const __m128i low = _mm_clmulepi64_si128(sum, powers, 0x00);
  const __m128i high = _mm_clmulepi64_si128(sum, powers, 0x11);
  return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

FOLDING static inline __m128i load(const uint8_t *bytes) {
  return _mm_loadu_si128((const __m128i *)bytes);
}

/// The remainder of sixteen bytes by the CRC's polynomial: to 64 bits, to 32, and the last step after Barrett.
FOLDING static uint32_t reduce(__m128i sum, __m128i powers16) {
  const __m128i words = _mm_setr_epi32(-1, 0, -1, 0);
  const __m128i power8 = _mm_set_epi64x(0, 0x163CD6124);
  const __m128i polynomial_and_inverse = _mm_set_epi64x(0x1F7011641, 0x1DB710641);

  sum = _mm_xor_si128(_mm_srli_si128(sum, 8), _mm_clmulepi64_si128(sum, powers16, 0x10));
  sum = _mm_xor_si128(_mm_srli_si128(sum, 4), _mm_clmulepi64_si128(_mm_and_si128(sum, words), power8, 0x00));
  __m128i quotient = _mm_clmulepi64_si128(_mm_and_si128(sum, words), polynomial_and_inverse, 0x10);
  quotient = _mm_clmulepi64_si128(_mm_and_si128(quotient, words), polynomial_and_inverse, 0x00);
  return (uint32_t)_mm_extract_epi32(_mm_xor_si128(sum, quotient), 1);
}

FOLDING static size_t folded(uint32_t *checksum, const uint8_t *bytes, size_t count) {
  const __m128i powers64 = _mm_set_epi64x(0x1C6E41596, 0x154442BD4);
  const __m128i powers16 = _mm_set_epi64x(0x0CCAA009E, 0x1751997D0);

  // The checksum so far is as good as added to the first four bytes.
  __m128i a = _mm_xor_si128(load(bytes), _mm_cvtsi32_si128((int)~*checksum));
  __m128i b = load(bytes + 16);
  __m128i c = load(bytes + 32);
  __m128i d = load(bytes + 48);
  size_t done = 64;
  for (; count - done >= 64; done += 64) {
    a = fold(a, powers64, load(bytes + done));
    b = fold(b, powers64, load(bytes + done + 16));
    c = fold(c, powers64, load(bytes + done + 32));
    d = fold(d, powers64, load(bytes + done + 48));
  }
  a = fold(fold(fold(a, powers16, b), powers16, c), powers16, d);
  for (; count - done >= 16; done += 16) a = fold(a, powers16, load(bytes + done));
  *checksum = ~reduce(a, powers16);
  return done;
}

size_t cscan_crc32_front(uint32_t *checksum, const uint8_t *bytes, size_t count) {
  if (count < 64 || !__builtin_cpu_supports("pclmul") || !__builtin_cpu_supports("sse4.1")) return 0;
  return folded(checksum, bytes, count);
}

#elif defined(__aarch64__) && defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>
#include <string.h>

size_t cscan_crc32_front(uint32_t *checksum, const uint8_t *bytes, size_t count) {
  if (count < 64) return 0;
  const size_t whole = count - count % 16;
  uint32_t sum = ~*checksum;
  for (size_t done = 0; done < whole; done += 8) {
    uint64_t word;
    memcpy(&word, bytes + done, sizeof word);
    sum = __crc32d(sum, word);
  }
  *checksum = ~sum;
  return whole;
}

#else

size_t cscan_crc32_front(uint32_t *checksum, const uint8_t *bytes, size_t count) {
  (void)checksum, (void)bytes, (void)count;
  return 0;
}

#endif

// The choice of a kernel.
#include "kernels.h"

#if defined(__x86_64__)

bool cscan_has(cscan_kernel kernel) {
  __builtin_cpu_init();
  switch (kernel) {
  case CSCAN_PORTABLE:
  case CSCAN_BASELINE:
    return true;
  case CSCAN_AVX2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  case CSCAN_AVX512:
    return cscan_has(CSCAN_AVX2) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vbmi2");
  }
}

#define CSCAN_CHOOSE(kernel, function, ...)                                                                   \
  switch (kernel) {                                                                                           \
  case CSCAN_PORTABLE:                                                                                        \
    return function##_portable(__VA_ARGS__);                                                                  \
  case CSCAN_BASELINE:                                                                                        \
    return function##_sse2(__VA_ARGS__);                                                                      \
  case CSCAN_AVX2:                                                                                            \
    return function##_avx2(__VA_ARGS__);                                                                      \
  case CSCAN_AVX512:                                                                                          \
    return function##_avx512(__VA_ARGS__);                                                                    \
  }

#elif defined(__ARM_NEON) && defined(__aarch64__)

bool cscan_has(cscan_kernel kernel) {
  return kernel <= CSCAN_BASELINE;
}

#define CSCAN_CHOOSE(kernel, function, ...)                                                                   \
  return kernel == CSCAN_PORTABLE ? function##_portable(__VA_ARGS__) : function##_neon(__VA_ARGS__);

#else

bool cscan_has(cscan_kernel kernel) {
  return kernel == CSCAN_PORTABLE;
}

#define CSCAN_CHOOSE(kernel, function, ...) return function##_portable(__VA_ARGS__);

#endif

cscan_kernel cscan_best(void) {
  if (cscan_has(CSCAN_AVX512)) return CSCAN_AVX512;
  if (cscan_has(CSCAN_AVX2)) return CSCAN_AVX2;
  return cscan_has(CSCAN_BASELINE) ? CSCAN_BASELINE : CSCAN_PORTABLE;
}

cscan_found cscan_find_csv(cscan_kernel kernel, const uint8_t *bytes, size_t blocks, uint8_t separator,
                           cscan_csv_masks masks) {
  CSCAN_CHOOSE(kernel, cscan_find_csv, bytes, blocks, separator, masks)
}

cscan_found cscan_find_json(cscan_kernel kernel, const uint8_t *bytes, size_t blocks, cscan_json_masks masks) {
  CSCAN_CHOOSE(kernel, cscan_find_json, bytes, blocks, masks)
}

size_t cscan_positions(cscan_kernel kernel, const uint64_t *masks, size_t blocks, uint32_t offset,
                       uint32_t *positions) {
  CSCAN_CHOOSE(kernel, cscan_positions, masks, blocks, offset, positions)
}

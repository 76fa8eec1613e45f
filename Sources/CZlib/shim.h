// zlib's initialisers are macros that pass the version and the size of the stream structure, to catch a library that
// does not fit the header it was compiled with. Swift cannot import such macros, so they are wrapped here.
#ifndef REQUITE_CZLIB_SHIM_H
#define REQUITE_CZLIB_SHIM_H

#include <zlib.h>

/// inflateInit2. Window bits 15 + 16: a gzip stream, its header and checksums included; -15: raw deflate.
static inline int czlib_inflate_init(z_streamp stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

/// deflateInit2 with the default memory level and strategy. Window bits as for czlib_inflate_init.
static inline int czlib_deflate_init(z_streamp stream, int level, int window_bits) {
  return deflateInit2(stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}

#endif

// zinflate FILE.gz...   inflates files with the system's zlib and throws the text away; prints how many bytes it was.
//
// The floor of everything that reads these files with zlib: mapped input, one reused buffer of 256 KiB (32 KiB costs a
// tenth more, 2 MiB gains a fiftieth), the CRC-32 checked by zlib. Built with -O2.
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

static unsigned char text[256 * 1024];

/// Inflates all members of a mapped file; returns the number of bytes, or -1 when it is damaged.
static long long inflated(z_stream *stream, unsigned char *bytes, size_t size) {
  long long total = 0;
  stream->next_in = bytes;
  stream->avail_in = size;
  for (;;) {
    stream->next_out = text;
    stream->avail_out = sizeof text;
    const int result = inflate(stream, Z_NO_FLUSH);
    total += sizeof text - stream->avail_out;
    if (result != Z_OK && result != Z_STREAM_END) return -1;
    if (result != Z_STREAM_END) continue;
    inflateReset(stream);
    if (stream->avail_in == 0) return total;
  }
}

int main(int count, char **paths) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, 31) != Z_OK) return 70;
  long long total = 0;
  for (int i = 1; i < count; i++) {
    struct stat status;
    const int file = open(paths[i], O_RDONLY);
    if (file < 0 || fstat(file, &status)) return perror(paths[i]), 66;
    unsigned char *bytes = mmap(0, status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) return perror(paths[i]), 74;
    const long long length = inflated(&stream, bytes, status.st_size);
    if (length < 0) return fprintf(stderr, "%s: damaged\n", paths[i]), 65;
    total += length;
    munmap(bytes, status.st_size);
    close(file);
  }
  printf("%lld\n", total);
  return 0;
}

// timed LOG LABEL COMMAND...   runs the command and adds a line to LOG.
//
// The line holds, separated by tabs: the label, user and system time and wall time in microseconds, the greatest
// resident memory in KiB of the command or of any process it waited for, and the exit code. A program this small is
// used because a process inherits the peak of the one that forked it: a Python in its place would be measured instead.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long microseconds(struct timeval t) { return t.tv_sec * 1000000LL + t.tv_usec; }

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

int main(int count, char **arguments) {
  if (count < 4) {
    fprintf(stderr, "usage: timed LOG LABEL COMMAND...\n");
    return 64;
  }
  const long long start = now();
  const pid_t child = fork();
  if (child < 0) return perror("fork"), 71;
  if (child == 0) {
    execvp(arguments[3], arguments + 3);
    perror(arguments[3]);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return perror("wait4"), 71;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  char line[512];
  const int length = snprintf(
      line, sizeof line, "%.300s\t%lld\t%lld\t%lld\t%ld\t%d\n", arguments[2], microseconds(usage.ru_utime),
      microseconds(usage.ru_stime), now() - start, usage.ru_maxrss, code);
  // One write to a file opened for appending: lines of stages that run side by side do not mix.
  const int log = open(arguments[1], O_WRONLY | O_CREAT | O_APPEND, 0644);
  if (log < 0 || write(log, line, length) != length) return perror(arguments[1]), 74;
  return code;
}

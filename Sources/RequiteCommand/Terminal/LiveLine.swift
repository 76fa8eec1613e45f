import Glibc

/// The right to rewrite the last line of a terminal: of the processes of a night that share one, a single one has it.
///
/// A lock of the kernel on the terminal itself, so that it ends with its holder. Where there is no lock to be had, as
/// on a terminal that cannot be opened again, everybody may write.
final class LiveLine {
  private var descriptor: Int32?

  /// Opens the terminal behind `descriptor` a second time: a lock belongs to an opening, and the first is inherited.
  init(of descriptor: Int32) {
    let opened = openFile("/proc/self/fd/\(descriptor)", O_WRONLY | O_NOCTTY | O_CLOEXEC)
    self.descriptor = opened >= 0 ? opened : nil
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Whether the line is ours, now or already.
  func claim() -> Bool {
    guard let descriptor else { return true }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Gives the line to whoever claims it next.
  func release() {
    if let descriptor { _ = flock(descriptor, LOCK_UN) }
  }
}

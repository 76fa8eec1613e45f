import Glibc

/// The processors of this machine.
public enum Processors {
  /// How many are online.
  ///
  /// At least 1, which is also the answer where the system gives none.
  public static var online: Int {
    max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}

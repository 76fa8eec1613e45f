import Glibc

/// A plain thread that has ended when this value is gone.
///
/// What it does must come to an end by itself.
public struct JoinedThread: ~Copyable {
  private let thread: pthread_t

  /// Starts a thread that does `work`; `nil` where the system has no thread to give.
  public init?(_ work: @escaping @Sendable () -> Void) {
    let argument = Unmanaged.passRetained(Work(body: work))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, perform, argument.toOpaque()) == 0 else {
      argument.release()
      return nil
    }
    self.thread = thread
  }

  deinit {
    pthread_join(thread, nil)
  }
}

private final class Work {
  let body: @Sendable () -> Void

  init(body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

private func perform(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  Unmanaged<Work>.fromOpaque(argument!).takeRetainedValue().body()
  return nil
}

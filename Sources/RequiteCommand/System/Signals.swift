import Glibc

/// What a stage does when it is told to end.
///
/// SIGTERM, SIGINT and SIGHUP are blocked in the whole process and awaited by a thread of their own, which removes the
/// unfinished files and ends the process with 128+n, whatever the other threads are doing. Being an ordinary thread it
/// may take locks and call anything, as a signal handler may not.
enum Signals {
  /// Sets up the process.
  ///
  /// To be called once, on the main thread, before any other thread is started: threads inherit what is blocked, and a
  /// thread that blocks nothing would be killed without clean-up.
  static func prepare() {
    // Too large a file becomes an error (EFBIG), and so does a reader that went away (EPIPE).
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    var awaited = sigset_t()
    // A set is plain bits of ours; none of these calls keeps its address.
    unsafe sigemptyset(&awaited)
    for number in [SIGTERM, SIGINT, SIGHUP] where !isIgnored(number) { unsafe sigaddset(&awaited, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &awaited, nil)
    // Where no thread can be had, ending at once and leaving files to the next sweep is better than not ending at all.
    if !startThread(awaiting: awaited) { unsafe pthread_sigmask(SIG_UNBLOCK, &awaited, nil) }
  }

  /// Whether the caller started us with the signal ignored, as a shell does in the background and `nohup` does.
  ///
  /// Then it stays ignored.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    // Handlers are told apart by their addresses: SIG_IGN is the number 1 and no function that could be called.
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func startThread(awaiting signals: sigset_t) -> Bool {
    // The thread lives as long as the process, and so does its set.
    let argument = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)
    unsafe argument.initialize(to: signals)
    var thread = pthread_t()
    guard unsafe pthread_create(&thread, nil, awaitSignal, argument) == 0 else { return false }
    pthread_detach(thread)
    return true
  }
}

/// The thread's work.
///
/// A function of its own, since a closure written inside `main` would inherit its isolation to the main actor and trap
/// on any other thread.
private func awaitSignal(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let signals = unsafe argument?.assumingMemoryBound(to: sigset_t.self) else { return nil }
  var number: Int32 = 0
  while unsafe sigwait(signals, &number) != 0 {}
  TemporaryFiles.removeAll { _exit(ExitCode.signal(number).number) }
  return nil
}

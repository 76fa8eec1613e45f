import Glibc

/// The columns of the terminal behind `descriptor`; `nil` for anything else than a terminal that knows them.
func terminalColumns(_ descriptor: Int32) -> Int? {
  // The kernel fills in a `winsize` of ours, numbers only.
  var size = winsize()
  guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
}

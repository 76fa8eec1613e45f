import Glibc

/// A moment as a calendar in UTC has it, by the C library's reckoning.
struct CalendarParts {
  var (year, month, day): (Int32, Int32, Int32)
  var (hour, minute, second): (Int32, Int32, Int32)
}

extension CalendarParts {
  /// The parts of the moment `seconds` after 1970-01-01T00:00:00Z.
  init(seconds: Int64) {
    var time = time_t(seconds)
    // Numbers, and the name of a zone, which is not looked at.
    var parts = unsafe tm()
    unsafe gmtime_r(&time, &parts)
    (year, month, day) = unsafe (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
    (hour, minute, second) = unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec)
  }

  /// Seconds after 1970-01-01T00:00:00Z; parts beyond their usual bounds carry over.
  var seconds: Int64 {
    var parts = unsafe tm()
    unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
    unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
    return Int64(unsafe timegm(&parts))
  }
}

/// One step under way, and how it reads.
struct ProgressStep {
  let name: String
  let total: Int64?
  let unit: Progress.Unit
  let began: Duration
  var done: Int64 = 0

  /// For example `3 dumps  ███████·········  43 %  31.2 MB/s  0:12 left`.
  ///
  /// In the first half second a rate would only be noise, so that there is none; without room for it there is no bar.
  func line(at now: Duration, room: Int) -> String {
    let parts = parts(at: now)
    let text = parts.joined(separator: "  ")
    guard let bar, text.count + bar.count + 2 <= room else { return text }
    return ([parts[0], bar] + parts.dropFirst()).joined(separator: "  ")
  }

  private func parts(at now: Duration) -> [String] {
    var parts = [name]
    if let share { parts.append("\(share) %") } else if done > 0 { parts.append(unit.text(Double(done))) }
    let elapsed = (now - began) / .seconds(1)
    if elapsed >= 0.5, done > 0 {
      let rate = Double(done) / elapsed
      parts.append("\(unit.text(rate))/s")
      if let total, total >= done { parts.append("\(ProgressStep.clock(Double(total - done) / rate)) left") }
    }
    return parts
  }

  /// What is done of all, as blocks in a row of dots; `nil` without a total.
  private var bar: String? {
    guard let share else { return nil }
    let cells = 16
    let full = Int(share) * cells / 100
    return String(repeating: "█", count: full) + String(repeating: "·", count: cells - full)
  }

  private var share: Int64? {
    guard let total, total > 0 else { return nil }
    return Int64(100 * min(1, Double(done) / Double(total)))
  }

  /// `1.2 s`, rounded down to tenths.
  static func seconds(_ duration: Duration) -> String {
    let tenths = Int64(duration / .milliseconds(100))
    return "\(tenths / 10).\(tenths % 10) s"
  }

  /// `0:12`, `1:02:03`; the last second is rounded up, so that zero means done.
  private static func clock(_ seconds: Double) -> String {
    let total = Int64(min(seconds.rounded(.up), 360_000))
    let (minutes, rest) = (total / 60, total % 60)
    let ending = rest < 10 ? "0\(rest)" : "\(rest)"
    if minutes < 60 { return "\(minutes):\(ending)" }
    return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60):\(ending)"
  }
}

extension Progress.Unit {
  /// An amount of this unit with one decimal where it is large: `31.2 MB`, `950 rows`.
  func text(_ amount: Double) -> String {
    switch self {
    case .items(let plural): return "\(Int64(min(amount, 1e15).rounded())) \(plural)"
    case .bytes:
      var (scaled, prefixes) = (amount, ["", "k", "M", "G", "T"][...])
      while scaled >= 1000, prefixes.count > 1 {
        scaled /= 1000
        prefixes.removeFirst()
      }
      let tenths = Int64((scaled * 10).rounded())
      return prefixes.count == 5 ? "\(Int64(scaled)) B" : "\(tenths / 10).\(tenths % 10) \(prefixes.first!)B"
    }
  }
}

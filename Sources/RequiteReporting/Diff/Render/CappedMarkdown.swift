/// Markdown that never gets longer than it may: sections of whole rows, each opened and closed or not there at all.
struct CappedMarkdown {
  /// Rows between an opening and a closing that belong together.
  struct Section {
    var opening: [String] = []
    var rows: [String]
    var closing: [String] = []
  }

  private let maximum: Int
  private let last: (Int) -> String
  private var lines: [String] = []
  private var used = 0
  private var leftOut = 0

  /// - Parameters:
  ///   - maximum: the most bytes of all lines together.
  ///   - last: the last line where rows were left out, from how many.
  init(maximum: Int, last: @escaping (Int) -> String) {
    self.maximum = maximum
    self.last = last
  }

  /// Adds as many rows of a section as fit, and the section only with at least one.
  ///
  /// Rows come in order: where one does not fit, those behind it are left out too.
  mutating func add(_ section: Section) {
    let frame = size(section.opening + section.closing)
    let room = maximum - used - frame - size([last(Int.max)]) - 1
    var (fitting, bytes) = (0, 0)
    while fitting < section.rows.count {
      let next = size([section.rows[fitting]])
      guard bytes + next <= room else { break }
      bytes += next
      fitting += 1
    }
    leftOut += section.rows.count - fitting
    guard fitting > 0 else { return }
    lines += section.opening + section.rows.prefix(fitting) + section.closing
    used += frame + bytes
  }

  /// All lines, each with its newline.
  var text: String {
    let all = leftOut > 0 ? lines + ["", last(leftOut)] : lines
    return all.map { $0 + "\n" }.joined()
  }

  private func size(_ lines: [String]) -> Int {
    lines.reduce(0) { $0 + $1.utf8.count + 1 }
  }
}

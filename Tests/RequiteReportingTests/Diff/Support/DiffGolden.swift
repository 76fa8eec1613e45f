import Foundation
import Testing

/// Recorded renderings of a diff, byte for byte.
///
/// `RECORD=1` writes them again, and still fails: read the difference as carefully as code.
enum DiffGolden {
  static func expect(_ text: String, _ name: String, _ here: String = #filePath) throws {
    let folder = URL(fileURLWithPath: here).deletingLastPathComponent()
    let path = folder.appendingPathComponent("Golden/\(name)").path
    let recorded = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    if ProcessInfo.processInfo.environment["RECORD"] == "1", text != recorded {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded again; read its difference")
      return
    }
    #expect(text == recorded, "\(name) differs; RECORD=1 records it again")
  }
}

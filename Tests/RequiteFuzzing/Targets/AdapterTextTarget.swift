import RequiteAdapters
import RequiteCommand
import RequiteIngest

/// Texts of adapter files: each is refused with a message, or is an adapter that reads a dump by the law.
enum AdapterTextTarget: FuzzTarget {
  static let name = "adapter-text"

  private static let csv = Array(
    """
    id,ticket,customer,created,channel,kind,score,tags
    1,T1,c1,2026-02-01 09:30:00,Email,message,9,"a b, c"
    2,T1,,2026-03-29 02:30:00,Phone,"resolved",'=10 - extremely,
    2,T2,c2,1772323200,,comment,<b>7</b>&amp;,x
    bad,row

    """.utf8)
  private static let json = Array(
    """
    {"id":"1","ticket":"T1","customer":{"id":"c1"},"created":"2026-02-01T09:30:00Z","tags":["a",{"b":1}],"score":9}
    {"id":2,"ticket":"T1","customer":{"id":null},"events":[{"id":"x","at":"1772323200"},{"id":"y","kind":"z"}],"ok":true}
    {"id":"3",

    """.utf8)

  static func check(_ bytes: [UInt8]) throws {
    guard let adapter = try ScratchFiles.use({ try adapter($0.write(bytes, to: "fuzz.yaml")) }) else { return }
    let text = adapter.source.isJSON ? json : csv
    try DumpTrial.tryAll(text, name: DumpName("dump-2026-03-31", kind: adapter.kind), adapter: adapter, cut: 40)
  }

  /// The adapter of a file; `nil` for one that is refused, as it should be.
  private static func adapter(_ path: String) throws -> Adapter? {
    do {
      let file = try AdapterFile(path: path)
      let names = file.parameters.filter { $0.standard == nil }.map { ($0.name, "created") }
      let adapter = try file.adapter(Dictionary(names) { first, _ in first }, configuration: nil)
      // Other files are none of a trial's business.
      return adapter.lookups.values.contains { $0.path != nil } ? nil : adapter
    } catch let failure as Failure {
      let codes: [ExitCode] = [.configuration, .inputMissing]
      try Broken.unless(codes.contains(failure.code), "an adapter is refused as configuration")
      try Broken.unless(!failure.what.isEmpty, "who writes an adapter is told what is wrong with it")
      return nil
    }
  }
}

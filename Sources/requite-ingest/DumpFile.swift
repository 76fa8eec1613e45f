import RequiteAdapters
import RequiteCommand
import RequiteFormats
import RequiteIngest
import RequiteModel

/// A dump on disk.
struct DumpFile {
  let path: String
  let name: DumpName
  let size: Int
  /// What reads it; `nil` for the canonical layout.
  let adapter: Adapter?

  /// The dumps that `arguments` name: files as they are, folders by what in them is called like a dump.
  ///
  /// Hidden and unfinished files (`.part`, `.tmp`, `~`) and files of other names are no dumps; in a folder they are passed
  /// over, named by themselves they are an error. Which names adapters read, `adapters` tells.
  static func find(_ arguments: [String], adapters: AdapterSet) throws -> [DumpFile] {
    var dumps: [DumpFile] = []
    for argument in arguments { dumps += try find(argument, adapters) }
    dumps.sort { $0.name.name.utf8.lexicographicallyPrecedes($1.name.name.utf8) }
    for (dump, next) in zip(dumps, dumps.dropFirst()) where dump.name.name == next.name.name {
      throw Failure(
        .usage, "two dumps have the same file name", file: next.path,
        remedy: "Ledgers are named after their dumps: rename one of them.")
    }
    guard !dumps.isEmpty else {
      throw Failure(
        .inputMissing, "there are no dumps here", file: arguments.first,
        remedy: "Dumps are called surveys-….csv.gz, interactions-….jsonl.gz, erasures-….csv and the like.")
    }
    return dumps
  }

  /// What names begin with: `surveys-, interactions-, … or erasures-`.
  private static var kinds: String {
    let words = DumpKind.allCases.map { "\($0.rawValue)-" }
    return words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }

  private static func find(_ argument: String, _ adapters: AdapterSet) throws -> [DumpFile] {
    let names = try Directory.names(inDirectory: argument)
    guard let names else {
      let base = argument.split(separator: "/").last.map(String.init) ?? argument
      guard let dump = try DumpFile(argument, named: base, adapters) else {
        throw Failure(
          .usage, "the name does not say what the dump holds", file: argument,
          remedy: "Names begin with \(kinds) and end in .csv, .jsonl, .csv.gz or .jsonl.gz; or an adapter matches them."
        )
      }
      return [dump]
    }
    return try names.compactMap { try DumpFile("\(argument)/\($0)", named: $0, adapters) }
  }

  /// The dump at `path`; `nil` for a file that is none.
  private init?(_ path: String, named base: String, _ adapters: AdapterSet) throws {
    adapter = try adapters.adapter(for: base)
    guard let name = adapter.map({ DumpName(base, kind: $0.kind) }) ?? DumpName(base) else { return nil }
    self.path = path
    self.name = name
    size = try InputFile(path: path).size
  }
}

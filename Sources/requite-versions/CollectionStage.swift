import RequiteCommand
import RequitePublishing

/// Collects garbage, or tells what a collection would remove.
struct CollectionStage {
  let store: VersionStore
  let rule: VersionStore.CollectionRule

  func run(now: UTCTime) throws {
    let collection = try store.collect(rule, now: now) { try KeptVersion($0, in: store).keptObjects }
    if rule.applies {
      ScratchFolder.sweep(store.root, name: Rebuild.scratchName, now: now)
      try VersionIndex(store: store).write()
    }
    let output = StandardOutput()
    try output.write(text(of: collection))
    try output.flush()
  }

  private func text(of collection: GarbageCollection) -> String {
    let verb = rule.applies ? "removed" : "would remove"
    var lines = collection.versions.map { "\(verb) version \($0.id)  \(Bytes.text($0.bytes))" }
    lines += collection.lightened.map { "\(verb) what version \($0) was made of; its files stay" }
    for kind in ObjectStore.Kind.allCases {
      let going = collection.objects.filter { $0.object.kind == kind }
      guard !going.isEmpty else { continue }
      let bytes = going.reduce(0) { $0 + $1.bytes }
      lines.append("\(verb) \(going.count) \(kind.rawValue)\(going.count == 1 ? "" : "s")  \(Bytes.text(bytes))")
    }
    let kept = "\(collection.kept) version\(collection.kept == 1 ? " stays" : "s stay")"
    if collection.isEmpty {
      lines.append("nothing to remove; \(kept)")
    } else if rule.applies {
      lines.append("\(Bytes.text(collection.bytes)) freed; \(kept)")
    } else {
      lines.append("\(Bytes.text(collection.bytes)) to free; \(kept). Nothing was removed: add --apply.")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

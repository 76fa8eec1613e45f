import RequiteCommand
import RequiteKnowledge

/// The first pass over some buckets: a state, and the outcomes for the second pass.
struct ThreadsStage {
  let out: String
  let buckets: BucketRange

  func run() throws {
    let folder = NightFolder(out)
    let progress = buckets.progress("threads")
    let judged = try ThreadsPass(folder.knowledge(), buckets: buckets.buckets).run { progress.advance(by: 1) }
    let stem = "\(folder.states)/threads-\(buckets.label)"
    let file = try AtomicFile("\(stem).outcomes", mode: 0o600)
    try judged.writeOutcomes(to: file)
    try file.commit()
    try AtomicFile.write(judged.state.document, to: "\(stem).state", mode: 0o600)
    progress.finish(buckets.summary)
  }
}

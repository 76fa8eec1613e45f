import RequiteCommand
import RequiteDocuments
import RequiteKnowledge

/// The second pass over some buckets: a state.
struct CustomersStage {
  let out: String
  let buckets: BucketRange
  let outcomes: [String]

  func run() throws {
    let folder = NightFolder(out)
    let knowledge = try folder.knowledge()
    let readers = try outcomes.map { try OutcomeReader(path: $0, planDigest: knowledge.plan.digest) }
    let progress = buckets.progress("customers")
    let state = try CustomersPass(knowledge, buckets: buckets.buckets, outcomes: readers).run {
      progress.advance(by: 1)
    }
    try AtomicFile.write(state.document, to: "\(folder.states)/customers-\(buckets.label).state", mode: 0o600)
    progress.finish(buckets.summary)
  }
}

/// Which module may import which: the architecture in one table.
///
/// Lower never imports higher.
enum ModuleTable {
  /// Our own modules.
  static let modules: [String: Set<String>] = [
    "CZlib": [],
    "CScan": [],
    "CLibdeflate": [],
    "RequiteMemory": ["CScan", "CZlib", "CLibdeflate"],
    "RequiteModel": ["RequiteMemory"],
    "RequiteFormats": ["RequiteMemory", "CScan"],
    "RequiteDocuments": ["RequiteModel", "RequiteFormats"],
    "RequiteIngest": ["RequiteModel", "RequiteFormats"],
    "RequiteStatistics": [],
    "RequiteScoring": ["RequiteModel", "RequiteStatistics"],
    "RequiteKnowledge": ["RequiteModel", "RequiteFormats", "RequiteDocuments", "RequiteScoring"],
    "RequiteReporting": ["RequiteModel", "RequiteStatistics", "RequiteFormats"],
    "RequiteCommand": ["RequiteFormats"],
    "RequiteAdapters": ["RequiteModel", "RequiteFormats", "RequiteIngest", "RequiteCommand"],
    "RequitePublishing": [
      "RequiteModel", "RequiteFormats", "RequiteDocuments", "RequiteScoring", "RequiteKnowledge", "RequiteReporting",
      "RequiteCommand",
    ],
    "RequiteSamples": ["RequiteModel", "RequiteFormats", "CZlib"],
    "requite-ingest": stage(["RequiteIngest", "RequiteAdapters"]),
    "requite-score": stage(["RequiteIngest", "RequiteKnowledge", "RequiteScoring"]),
    "requite-merge": stage([]),
    "requite-report": stage(["RequiteKnowledge", "RequitePublishing", "RequiteReporting", "RequiteScoring"]),
    "requite-versions": stage(["RequiteIngest", "RequitePublishing"]),
    "requite-diff": stage(["RequiteIngest", "RequitePublishing", "RequiteReporting"]),
    "requite-sample": ["RequiteModel", "RequiteSamples", "RequiteCommand"],
  ]

  /// Packages, and the only modules that may use them.
  static let packages: [String: @Sendable (String) -> Bool] = [
    "ArgumentParser": { $0.hasPrefix("requite-") },
    "Yams": { $0 == "RequiteCommand" },
    "Crypto": { $0 == "RequiteFormats" || $0 == "RequiteIngest" },
    // The C library: files, clocks, terminals. And mathematics, in one file of the statistics.
    "Glibc": {
      [
        "RequiteMemory", "RequiteFormats", "RequiteDocuments", "RequiteCommand", "RequiteStatistics", "RequiteSamples",
      ].contains($0)
    },
    // Atomics, in the list of files to remove when a signal comes.
    "Synchronization": { $0 == "RequiteCommand" },
    "Musl": { $0 == "RequiteStatistics" },
    "Darwin": { $0 == "RequiteStatistics" },
  ]

  private static func stage(_ libraries: Set<String>) -> Set<String> {
    libraries.union(["RequiteModel", "RequiteFormats", "RequiteDocuments", "RequiteCommand"])
  }
}

// swift-tools-version: 6.2
import PackageDescription

// `REQUITE_LIBDEFLATE=1 swift build` decompresses dumps that fit into memory by libdeflate (libdeflate-dev), faster than
// by zlib and with the same results. zlib is needed in either case, for all others and for whatever is damaged.
let usesLibdeflate = Context.environment["REQUITE_LIBDEFLATE"] == "1"

let package = Package(
  name: "requite",
  products: [
    // The estimators on their own, for anybody: standard library only.
    .library(name: "RequiteStatistics", targets: ["RequiteStatistics"])
  ],
  dependencies: [
    // Commands: help texts, usage errors, completions. In the executables only.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    // Configuration files are YAML, and its errors carry line numbers.
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    // SHA-256 and HMAC: security code is never our own.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CScan"),
    // The memory of facts and of texts: the one library whose pointers reach beyond a call.
    .target(
      name: "RequiteMemory", dependencies: ["CScan", "CZlib"] + (usesLibdeflate ? ["CLibdeflate"] : []),
      swiftSettings: usesLibdeflate ? [.define("REQUITE_LIBDEFLATE")] : []),
    .target(name: "RequiteModel", dependencies: ["RequiteMemory"]),
    .target(
      name: "RequiteFormats",
      dependencies: ["RequiteMemory", "CScan", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: usesLibdeflate ? [.define("REQUITE_LIBDEFLATE")] : []),
    .target(name: "RequiteDocuments", dependencies: ["RequiteModel", "RequiteFormats"]),
    .target(
      name: "RequiteIngest",
      dependencies: ["RequiteModel", "RequiteFormats", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "RequiteStatistics"),
    .target(name: "RequiteScoring", dependencies: ["RequiteModel", "RequiteStatistics"]),
    .target(
      name: "RequiteKnowledge",
      dependencies: ["RequiteModel", "RequiteFormats", "RequiteDocuments", "RequiteScoring"]),
    .target(name: "RequiteReporting", dependencies: ["RequiteModel", "RequiteStatistics", "RequiteFormats"]),
    .target(name: "RequiteCommand", dependencies: ["RequiteFormats", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "RequiteAdapters", dependencies: ["RequiteModel", "RequiteFormats", "RequiteIngest", "RequiteCommand"]),
    .target(
      name: "RequitePublishing",
      dependencies: [
        "RequiteModel", "RequiteFormats", "RequiteDocuments", "RequiteScoring", "RequiteKnowledge", "RequiteReporting",
        "RequiteCommand",
      ]),
    .target(name: "RequiteSamples", dependencies: ["RequiteModel", "RequiteFormats", "CZlib"]),
    .executableTarget(
      name: "requite-ingest",
      dependencies: [
        "RequiteAdapters", "RequiteCommand", "RequiteDocuments", "RequiteIngest",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "requite-score",
      dependencies: [
        "RequiteCommand", "RequiteDocuments", "RequiteIngest", "RequiteKnowledge", "RequiteScoring",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "requite-merge",
      dependencies: [
        "RequiteCommand", "RequiteDocuments", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "requite-report",
      dependencies: [
        "RequiteCommand", "RequiteDocuments", "RequiteKnowledge", "RequitePublishing", "RequiteReporting",
        "RequiteScoring",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "requite-versions",
      dependencies: [
        "RequiteCommand", "RequiteDocuments", "RequiteIngest", "RequitePublishing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "requite-diff",
      dependencies: [
        "RequiteCommand", "RequiteDocuments", "RequiteIngest", "RequitePublishing", "RequiteReporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "requite-sample",
      dependencies: [
        "RequiteSamples", "RequiteCommand", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "RequiteTestSupport", path: "Tests/RequiteTestSupport"),
    .target(
      name: "RequiteFuzzing",
      dependencies: [
        "RequiteModel", "RequiteFormats", "RequiteIngest", "RequiteAdapters", "RequiteCommand", "RequiteTestSupport",
      ], path: "Tests/RequiteFuzzing"),
    .testTarget(
      name: "RequiteFuzzingTests", dependencies: ["RequiteFuzzing", "RequiteTestSupport"], exclude: ["Corpus"]),
    .testTarget(
      name: "RequiteMemoryTests", dependencies: ["RequiteMemory", "CScan", "CZlib", "RequiteTestSupport"]),
    .testTarget(name: "RequiteModelTests", dependencies: ["RequiteModel", "RequiteTestSupport"]),
    .testTarget(
      name: "RequiteFormatsTests",
      dependencies: ["RequiteFormats", "RequiteSamples", "CZlib", "RequiteTestSupport"]),
    .testTarget(name: "RequiteDocumentsTests", dependencies: ["RequiteDocuments", "RequiteTestSupport"]),
    .testTarget(
      name: "RequiteIngestTests",
      dependencies: ["RequiteIngest", "RequiteTestSupport", .product(name: "Crypto", package: "swift-crypto")]),
    .testTarget(
      name: "RequiteAdaptersTests",
      dependencies: ["RequiteAdapters", "RequiteCommand", "RequiteIngest", "RequiteTestSupport"],
      exclude: ["Samples"]),
    .testTarget(name: "RequiteStatisticsTests", dependencies: ["RequiteStatistics"], exclude: ["Fixtures"]),
    .testTarget(
      name: "RequiteScoringTests", dependencies: ["RequiteScoring", "RequiteStatistics"], exclude: ["Fixtures"]),
    .testTarget(
      name: "RequiteKnowledgeTests",
      dependencies: ["RequiteKnowledge", "RequiteIngest", "RequiteDocuments", "RequiteScoring", "RequiteTestSupport"]),
    .testTarget(
      name: "RequiteReportingTests", dependencies: ["RequiteReporting", "RequiteFormats"], exclude: ["Diff/Golden"]),
    .testTarget(name: "RequiteCommandTests", dependencies: ["RequiteCommand", "RequiteFormats", "RequiteTestSupport"]),
    .testTarget(name: "RequiteSamplesTests", dependencies: ["RequiteSamples", "RequiteFormats", "CZlib"]),
    .testTarget(
      name: "RequiteNightTests", dependencies: ["RequiteFormats", "RequiteSamples", "RequiteTestSupport"],
      exclude: ["Golden"]),
    .testTarget(name: "ProjectTests", dependencies: ["RequiteCommand", "RequiteTestSupport"]),
  ]
)

if usesLibdeflate {
  package.targets.append(
    .systemLibrary(name: "CLibdeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]))
}

// What is unsafe lives in one library; nothing unsafe gets into any other unseen.
for target in package.targets
where [.regular, .executable].contains(target.type) && target.path == nil
  && !["RequiteMemory", "CScan"].contains(target.name)
{
  target.swiftSettings = (target.swiftSettings ?? []) + [.strictMemorySafety()]
}

// `make fuzz` names libFuzzer's archive here: everything of ours is then built for it and for AddressSanitizer.
if let fuzzer = Context.environment["REQUITE_FUZZER"] {
  for target in package.targets where target.name.hasPrefix("Requite") && target.type != .test {
    target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-sanitize=fuzzer,address"])]
  }
  package.targets.append(
    .executableTarget(
      name: "requite-fuzz", dependencies: ["RequiteFuzzing"], path: "Tests/requite-fuzz",
      swiftSettings: [.unsafeFlags(["-sanitize=address"])],
      linkerSettings: [.unsafeFlags(["-use-ld=lld", "-sanitize=address", "-Xlinker", fuzzer, "-lstdc++", "-lm"])]))
}

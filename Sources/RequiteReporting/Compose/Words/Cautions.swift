import RequiteModel

extension Report {
  /// What a reader should know before trusting some of the numbers: sentences without a full stop.
  ///
  /// They come from the diagnostics of each vendor's window. Names of vendors in them are outside text.
  public var cautions: [String] { Cautions(report: self).sentences }

  /// Vendors with a number that is missing because no weights reach the known margins.
  public var unfittedVendors: [String] {
    vendors.filter { $0.measures.contains { $0.estimate == nil && $0.reason == .notConverged } }.map(\.name)
  }
}

/// The sentences about numbers that need care, vendors with the same trouble in one.
struct Cautions {
  let report: Report

  /// So many vendors are named in a sentence.
  private static let mostNames = 5

  var sentences: [String] {
    [partial, windowOpen, curvesOpen, mixedScales, lonelyStrata, unfitted, linked, disputed].compactMap { $0 }
  }

  private var partial: String? {
    let gaps = report.vendors.compactMap { vendor in
      let missing = vendor.window.missingComponents(report.settings).map(\.title)
      return missing.isEmpty ? nil : "\(vendor.name) (\(Wording.listed(missing)))"
    }
    return sentence("The index is partial, without components of too few cases", of: gaps)
  }

  private var windowOpen: String? {
    let watch = NumberText.duration(report.settings.horizon)
    return told(by: "window_open").isEmpty
      ? nil : "The last threads are not watched for \(watch) yet: later dumps will still change what is returned"
  }

  private var curvesOpen: String? {
    let length = NumberText.duration(report.settings.curveCap)
    return told(by: "curves_open").isEmpty
      ? nil : "The last threads are not followed for \(length) yet: later dumps will still change first answers"
  }

  private var mixedScales: String? {
    sentence("Scores of different scales count together, by their categories", of: told(by: "mixed_scales"))
  }

  private var lonelyStrata: String? {
    let effect =
      switch report.settings.lonelyStratum {
      case .adjust: "count with all their spread, so that intervals are rather too wide"
      case .remove: "add no spread, so that intervals are too narrow"
      case .average: "take the average spread of the others"
      case .fail: "leave weighted scores without an interval"
      }
    return sentence("Strata of a single account \(effect)", of: told(by: "lonely_strata"))
  }

  private var unfitted: String? {
    sentence("No weights reach the known margins, so that numbers are missing", of: report.unfittedVendors)
  }

  /// Whom the crosswalk knows: what is said of both sides of loyalty is said of them.
  private var linked: String? {
    let rates = report.vendors.compactMap { vendor -> String? in
      let parts = [("surveys", "who answered"), ("interactions", "who wrote")].compactMap { source, who in
        vendor.window["diagnostics.link_rate_\(source)"]?.estimate.map { "\(NumberText.percent($0)) % of those \(who)" }
      }
      return parts.isEmpty ? nil : "\(vendor.name) (\(Wording.listed(parts)))"
    }
    return sentence("What is said of both sides of loyalty is said of customers whom the crosswalk knows", of: rates)
  }

  private var disputed: String? {
    sentence(
      "The crosswalk gives ids of customers to several people; they are linked to nobody",
      of: told(by: "link_conflicts"))
  }

  /// Vendors of whose window a diagnostic is above 0.
  private func told(by diagnostic: String) -> [String] {
    report.vendors.filter { ($0.window["diagnostics.\(diagnostic)"]?.estimate ?? 0) > 0 }.map(\.name)
  }

  private func sentence(_ text: String, of names: [String]) -> String? {
    names.isEmpty ? nil : "\(text): \(Cautions.listed(names))"
  }

  /// The first of `names`, and how many more there are.
  static func listed(_ names: [String]) -> String {
    let hidden = names.count - mostNames
    return Wording.listed(hidden > 0 ? names.prefix(mostNames) + ["\(hidden) more"] : names)
  }
}

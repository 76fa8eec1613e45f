import RequiteModel

extension Report {
  /// The vendors, worst gap first: those who return least of what they are given.
  ///
  /// Vendors without a gap follow by the least loyalty returned, those without either come last; equals by name.
  public var vendorsByGap: [VendorReport] {
    let places = vendors.map { vendor -> (Double, Double) in
      (vendor.window["balance.gap"]?.estimate ?? .infinity, vendor.window.returned?.estimate ?? .infinity)
    }
    return vendors.indices.sorted { left, right in
      (places[left].0, places[left].1, left) < (places[right].0, places[right].1, right)
    }.map { vendors[$0] }
  }
}

/// Where vendors stand among each other, and which are tied (METHODS D).
///
/// A rank is an interval: the places it takes under 95 % of all weightings. Two vendors are tied where these overlap, or
/// where the 95 % intervals of their indices do.
struct VendorRanks {
  private let ranks: [ClosedRange<Double>?]
  private let indices: [ClosedRange<Double>?]

  init(of vendors: [VendorReport]) {
    ranks = vendors.map { vendor in
      guard let low = vendor.window["reciprocity.rank_low"]?.estimate,
        let high = vendor.window["reciprocity.rank_high"]?.estimate, low <= high
      else { return nil }
      return low...high
    }
    indices = vendors.map { $0.window.returned?.interval }
  }

  /// The rank of the vendor at `place` in words: `2 to 3 of 5, tied`; a dash without ranks.
  func text(at place: Int) -> String {
    let range = ranks[place].map { range in
      let (low, high) = (NumberText.count(range.lowerBound), NumberText.count(range.upperBound))
      return (low == high ? low : "\(low) to \(high)") + " of \(ranks.count { $0 != nil })"
    }
    return (range ?? "—") + (isTied(at: place) ? ", tied" : "")
  }

  private func isTied(at place: Int) -> Bool {
    ranks.indices.contains { other in
      guard other != place else { return false }
      return overlap(ranks[place], ranks[other]) || overlap(indices[place], indices[other])
    }
  }

  private func overlap(_ left: ClosedRange<Double>?, _ right: ClosedRange<Double>?) -> Bool {
    guard let left, let right else { return false }
    return left.overlaps(right)
  }
}

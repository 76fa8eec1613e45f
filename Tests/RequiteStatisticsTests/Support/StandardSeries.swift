import Foundation

/// A series of which `ControlChart(values:standardErrors:)` makes given distances, if the first eight are 0 on average.
enum StandardSeries {
  static func values(_ distances: [Double]) -> [Double?] {
    distances.map { exp(0.1 * $0) }
  }

  static func errors(_ count: Int) -> [Double?] {
    Array(repeating: 0.1, count: count)
  }

  /// Normal numbers, the first eight with the mean 0.
  static func normal(count: Int, shift: Double = 0, from place: Int = 8, seed: UInt64) -> [Double] {
    var generator = SplitMix64(seed: seed)
    var numbers = (0..<count).map { _ in
      // Box and Muller.
      let (u, v) = (Double.random(in: 0..<1, using: &generator), Double.random(in: 0..<1, using: &generator))
      return (-2 * log(1 - u)).squareRoot() * cos(2 * .pi * v)
    }
    let mean = numbers.prefix(8).reduce(0, +) / 8
    for i in numbers.indices { numbers[i] += (i < 8 ? -mean : 0) + (i >= place ? shift : 0) }
    return numbers
  }
}

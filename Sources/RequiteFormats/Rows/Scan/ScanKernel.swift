import CScan

/// The way in which bytes are found.
///
/// All ways give the same; which there are depends on the processor.
package struct ScanKernel: Sendable {
  let kernel: cscan_kernel

  /// The fastest way there is.
  package static let best = ScanKernel(kernel: cscan_best())

  /// All ways there are, for tests.
  package static let available = [CSCAN_PORTABLE, CSCAN_BASELINE, CSCAN_AVX2, CSCAN_AVX512]
    .filter(cscan_has).map(ScanKernel.init)
}

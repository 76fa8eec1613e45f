import CScan
import RequiteMemory
import RequiteTestSupport
import Testing

/// Every kernel must give what the portable one gives, and that one what the bytes say.
@Suite struct ScanKernelTests {
  private static let kernels = [CSCAN_PORTABLE, CSCAN_BASELINE, CSCAN_AVX2, CSCAN_AVX512].filter(cscan_has)
  private static let special: [UInt8] = [
    0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x5C, 0x00, 0x1F, 0x20, 0x7F, 0x80, 0xFF, 0x23, 0x21, 0x5B,
  ]

  /// Some blocks, of which every `share`-th byte is special.
  private static func text(blocks: Int, share: Int, _ random: inout SplitMix64) -> [UInt8] {
    (0..<64 * blocks).map { _ in
      Int.random(in: 0..<share, using: &random) == 0
        ? special.randomElement(using: &random)! : UInt8.random(in: 0x61...0x7A, using: &random)
    }
  }

  private struct Masks: Equatable {
    var kinds: [[UInt64]]
    var marks: UInt64
    var high: UInt64

    init(csv text: [UInt8], separator: UInt8, kernel: cscan_kernel) {
      self.init(text) { cscan_find_csv(kernel, text, text.count / 64, separator, .init($0)) }
    }

    init(json text: [UInt8], kernel: cscan_kernel) {
      self.init(text) { cscan_find_json(kernel, text, text.count / 64, .init($0)) }
    }

    private init(_ text: [UInt8], find: ([UnsafeMutablePointer<UInt64>]) -> cscan_found) {
      let blocks = text.count / 64
      let room = (0..<4).map { _ in UnsafeMutablePointer<UInt64>.allocate(capacity: blocks) }
      let found = find(room)
      kinds = room.map { Array(UnsafeBufferPointer(start: $0, count: blocks)) }
      (marks, high) = (found.marks, found.high)
      room.forEach { $0.deallocate() }
    }
  }

  /// The masks of the bytes for which `isHit` holds.
  private static func masks(_ text: [UInt8], where isHit: (UInt8) -> Bool) -> [UInt64] {
    stride(from: 0, to: text.count, by: 64).map { start in
      (0..<64).reduce(0) { isHit(text[start + $1]) ? $0 | 1 << UInt64($1) : $0 }
    }
  }

  /// Which of the masks have any bit.
  private static func used(_ masks: [UInt64]) -> UInt64 {
    masks.enumerated().reduce(0) { $1.element == 0 ? $0 : $0 | 1 << UInt64($1.offset) }
  }

  @Test func theBestKernelIsOneThereIs() {
    #expect(cscan_has(cscan_best()))
    #expect(Self.kernels.contains(CSCAN_PORTABLE))
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func everyKernelFindsTheBytesOfCSV(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = Self.text(blocks: Int.random(in: 1...64, using: &random), share: Int(seed % 9) + 1, &random)
    for separator: UInt8 in [0x2C, 0x3B, 0x09] {
      let expected = Masks(csv: text, separator: separator, kernel: CSCAN_PORTABLE)
      #expect(expected.kinds[0] == Self.masks(text) { $0 == 0x22 })
      #expect(expected.kinds[1] == Self.masks(text) { $0 == separator || $0 == 0x0A })
      #expect(expected.kinds[2] == Self.masks(text) { $0 == 0x0A })
      #expect(expected.kinds[3] == Self.masks(text) { $0 >= 0x80 })
      #expect(expected.marks == Self.used(expected.kinds[0]) && expected.high == Self.used(expected.kinds[3]))
      for kernel in Self.kernels {
        #expect(Masks(csv: text, separator: separator, kernel: kernel) == expected)
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func everyKernelFindsTheBytesOfJSON(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = Self.text(blocks: Int.random(in: 1...64, using: &random), share: Int(seed % 9) + 1, &random)
    let expected = Masks(json: text, kernel: CSCAN_PORTABLE)
    #expect(expected.kinds[0] == Self.masks(text) { $0 == 0x22 })
    #expect(expected.kinds[1] == Self.masks(text) { $0 == 0x0A })
    #expect(expected.kinds[2] == Self.masks(text) { ($0 < 0x20 || $0 == 0x5C) && $0 != 0x0A })
    #expect(expected.kinds[3] == Self.masks(text) { $0 >= 0x80 })
    #expect(expected.marks == Self.used(expected.kinds[2]) && expected.high == Self.used(expected.kinds[3]))
    for kernel in Self.kernels { #expect(Masks(json: text, kernel: kernel) == expected) }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func everyKernelWritesThePositionsOfAllBits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let masks = (0..<Int.random(in: 1...64, using: &random)).map { _ in Self.mask(&random) }
    let offset = UInt32.random(in: 0...1 << 30, using: &random)
    var expected: [UInt32] = []
    for index in 0..<64 * masks.count where masks[index / 64] >> UInt64(index % 64) & 1 == 1 {
      expected.append(offset + UInt32(index))
    }
    for kernel in Self.kernels {
      var positions = [UInt32](repeating: 0, count: expected.count + Int(CSCAN_POSITIONS_SLACK))
      let count = cscan_positions(kernel, masks, masks.count, offset, &positions)
      #expect(count == expected.count && Array(positions.prefix(count)) == expected)
    }
  }

  /// From dense to sparse, and now and then none or all.
  private static func mask(_ random: inout SplitMix64) -> UInt64 {
    let (first, second, third) = (random.next(), random.next(), random.next())
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return first
    case 1: return first & second
    case 2: return first & second & third
    case 3: return 1 << (first % 64)
    case 4: return .max
    default: return 0
    }
  }

  @Test(arguments: [1, 63, 64, 65, 100, 4095, 4096])
  func blocksOfATextInMemoryAreFilledUpByZeros(count: Int) {
    var text = SlidingBytes(capacity: 0)
    text.append(atMost: count) { $0.append(repeating: 0x2C, count: count) }
    let blocks = ScanMasks.blocks(for: count)
    // The bytes of the last block that are text, and the block as one bit.
    let last: UInt64 = count % 64 == 0 ? .max : 1 << UInt64(count % 64) - 1
    let lastBlock: UInt64 = 1 << UInt64(blocks - 1)
    for kernel in ScanKernel.available {
      let masks = ScanMasks()
      let found = kernel.findCSV(in: text, at: 0, blocks: blocks, separator: 0x2C, masks: masks)
      #expect(found.any == 0 && found.marks == 0)
      #expect((0..<blocks - 1).allSatisfy { masks[1, $0] == .max })
      #expect(masks[1, blocks - 1] == last)
      // Zeros are control characters.
      let special = kernel.findJSON(in: text, at: 0, blocks: blocks, masks: masks)
      #expect(special.marks == (last == .max ? 0 : lastBlock) && special.any == special.marks)
      #expect(masks[2, blocks - 1] == ~last)
    }
  }

  @Test func blocksThatAreNotThereAreNeverScanned() async {
    await #expect(processExitsWith: .failure) { Self.scan(blocks: 3, at: 0) }
    await #expect(processExitsWith: .failure) { Self.scan(blocks: 1, at: 65) }
    await #expect(processExitsWith: .failure) { Self.scan(blocks: 1, at: -1) }
    await #expect(processExitsWith: .failure) { Self.scan(blocks: -1, at: 0) }
    await #expect(processExitsWith: .failure) { Self.scan(blocks: 65, at: 0, of: 65 * 64) }
    await #expect(processExitsWith: .failure) { _ = ScanMasks()[0, 64] }
    await #expect(processExitsWith: .failure) { _ = ScanMasks()[4, 0] }
    await #expect(processExitsWith: .failure) { ScanMasks()[0, -1] = 1 }
  }

  private static func scan(blocks: Int, at offset: Int, of count: Int = 64) {
    var text = SlidingBytes(capacity: count)
    text.append(atMost: count) { $0.append(repeating: 0x61, count: count) }
    let masks = ScanMasks()
    _ = ScanKernel.best.findCSV(in: text, at: offset, blocks: blocks, separator: 0x2C, masks: masks)
  }

  @Test func thePrefixParityFollowsEveryBit() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<100 {
      let mask = random.next()
      let parity = cscan_prefix_xor(mask)
      for index in 0..<64 {
        let below = mask << UInt64(63 - index)
        #expect(parity >> UInt64(index) & 1 == UInt64(below.nonzeroBitCount & 1))
      }
    }
  }
}

extension cscan_csv_masks {
  fileprivate init(_ kinds: [UnsafeMutablePointer<UInt64>]) {
    self.init(quotes: kinds[0], ends: kinds[1], line_feeds: kinds[2], high: kinds[3])
  }
}

extension cscan_json_masks {
  fileprivate init(_ kinds: [UnsafeMutablePointer<UInt64>]) {
    self.init(quotes: kinds[0], line_feeds: kinds[1], special: kinds[2], high: kinds[3])
  }
}

import RequiteCommand
import Testing

@Suite struct ProgressTests {
  /// A clock that stands still until it is moved, and everything written.
  final class Bench {
    var now = Duration.zero
    var written: [String] = []

    func progress(isInteractive: Bool, width: Int = 80) -> Progress {
      Progress(
        stage: "requite-ingest", terminal: Terminal(isInteractive: isInteractive, width: width, prefersColor: false),
        clock: { self.now }, write: { self.written.append($0) })
    }
  }

  let bench = Bench()

  /// Reads 40 MB of a dump of 100 MB in two seconds.
  private func readTwoFifths(showing progress: Progress) {
    progress.begin("surveys-1.csv.gz", total: 100_000_000)
    bench.now = .seconds(2)
    progress.advance(by: 40_000_000)
  }

  @Test func aLogGetsOneLineForEachFinishedStep() {
    let progress = bench.progress(isInteractive: false)
    progress.begin("surveys-1.csv.gz", total: 1000)
    bench.now = .milliseconds(1290)
    progress.advance(by: 1000)
    progress.finish("12000 rows")
    progress.begin("surveys\n2.csv.gz")
    progress.finish("0 rows")
    #expect(bench.written.first == "requite-ingest: surveys-1.csv.gz: 12000 rows, 1.2 s\n")
    #expect(bench.written.count == 2)
    #expect(bench.written.last?.split(separator: "\n").count == 1)
  }

  @Test func aTerminalGetsShareRateAndTimeLeft() {
    let progress = bench.progress(isInteractive: true)
    readTwoFifths(showing: progress)
    bench.now = .seconds(5)
    progress.finish("12000 rows")
    #expect(
      bench.written == [
        "\r\u{1B}[Krequite-ingest: surveys-1.csv.gz  ················  0 %",
        "\r\u{1B}[Krequite-ingest: surveys-1.csv.gz  ██████··········  40 %  20.0 MB/s  0:03 left",
        "\r\u{1B}[Krequite-ingest: surveys-1.csv.gz: 12000 rows, 5.0 s\n",
      ])
  }

  @Test func withoutRoomThereIsNoBar() {
    readTwoFifths(showing: bench.progress(isInteractive: true, width: 66))
    #expect(bench.written.last == "\r\u{1B}[Krequite-ingest: surveys-1.csv.gz  40 %  20.0 MB/s  0:03 left")
  }

  @Test func aNoteStaysAndTheStepGoesOn() {
    let progress = bench.progress(isInteractive: true)
    progress.begin("3 dumps", total: 100)
    progress.note("surveys-1.csv.gz: REFUSED")
    bench.now = .seconds(1)
    progress.advance(by: 100)
    #expect(bench.written[1] == "\r\u{1B}[Krequite-ingest: surveys-1.csv.gz: REFUSED\n")
    #expect(bench.written.last == "\r\u{1B}[Krequite-ingest: 3 dumps  ████████████████  100 %  100 B/s  0:00 left")
  }

  @Test func withoutATotalThereIsOnlyARate() {
    let progress = bench.progress(isInteractive: true)
    progress.begin("buckets", unit: .items("buckets"))
    bench.now = .seconds(4)
    progress.update(to: 64)
    #expect(bench.written.last == "\r\u{1B}[Krequite-ingest: buckets  64 buckets  16 buckets/s")
  }

  @Test func theLineChangesAtMostFourTimesASecond() {
    let progress = bench.progress(isInteractive: true)
    progress.begin("a", total: 10_000)
    for millisecond in 1...10_000 {
      bench.now = .milliseconds(millisecond)
      progress.advance(by: 1)
    }
    #expect(bench.written.count == 41)
  }

  @Test func aLongLineIsCutBelowTheWidth() {
    let progress = bench.progress(isInteractive: true, width: 30)
    progress.begin(String(repeating: "x", count: 100))
    #expect(bench.written == ["\r\u{1B}[Krequite-ingest: xxxxxxxxxxxxx"])
  }

  @Test(
    arguments: [(61, "1:01 left"), (3600, "1:00:00 left"), (3725, "1:02:05 left"), (1, "0:01 left")]
      as [(Int64, String)])
  func timeLeftReadsLikeAClock(seconds: Int64, text: String) {
    let progress = bench.progress(isInteractive: true)
    progress.begin("a", total: seconds + 1, unit: .items("rows"))
    bench.now = .seconds(1)
    progress.advance(by: 1)
    #expect(bench.written.last?.hasSuffix(text) == true)
  }
}

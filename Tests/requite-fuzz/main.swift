import Foundation
import RequiteFuzzing

// libFuzzer, which calls us for every input. It has no header of its own for this.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The target that is fuzzed; a C function has nowhere else to know it from.
nonisolated(unsafe) var target: any FuzzTarget.Type = FuzzTargets.all[0]

guard CommandLine.arguments.count > 1, let named = FuzzTargets.named(CommandLine.arguments[1]) else {
  let names = FuzzTargets.all.map { $0.name }.joined(separator: ", ")
  FileHandle.standardError.write(
    Data("requite-fuzz: the first argument is one of \(names); libFuzzer takes the others.\n".utf8))
  exit(64)
}
target = named
var count = CommandLine.argc - 1
var arguments = CommandLine.unsafeArgv + 1
exit(
  runDriver(&count, &arguments) { start, length in
    let bytes = Array(UnsafeBufferPointer(start: start, count: length))
    do {
      try target.check(bytes)
    } catch {
      fatalError("\(target.name): this should hold and does not: \(error)")
    }
    return 0
  })

import RequiteModel
import Synchronization

/// Keeps the ids and levels of all facts that tests make, for as long as they run.
enum TestArena {
  private static let arena = Mutex(FactArena())

  static func keep(_ text: String) -> FactBytes {
    arena.withLock { $0.keep(text) }
  }

  static func keep(_ levels: [UInt32]) -> FactLevels {
    arena.withLock { $0.keep(levels) }
  }
}

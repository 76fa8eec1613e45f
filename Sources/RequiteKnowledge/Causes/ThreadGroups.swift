import RequiteModel
import RequiteScoring

/// Brings the events of each thread of a bucket together; those of one ledger come so.
///
/// Made once and used again for every bucket.
struct ThreadGroups {
  private var threads = KeyTable(width: 2)
  private var places = GroupedPlaces()

  /// The places of the events that stand on either side, thread by thread.
  mutating func gather(_ events: [Interaction], _ marks: [FactMark]) -> GroupedPlaces {
    threads.removeAll()
    places.removeAll()
    var (last, number) = (Hash128?.none, 0)
    for place in events.indices where marks[place].stands {
      if events[place].thread != last {
        last = events[place].thread
        number = threads.insert(events[place].thread.words.span)
      }
      places.append(place, to: number)
    }
    places.group(count: threads.count)
    return places
  }
}

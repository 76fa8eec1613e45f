import RequiteModel
import Testing

@Suite struct CellTests {
  @Test(arguments: [
    Cell(vendor: .max, dimension: .max, level: .max, period: .max), Cell(vendor: 1, dimension: 2, level: 3, period: 4),
    Cell(vendor: 0),
  ])
  func aCellComesBackFromItsWords(cell: Cell) {
    #expect(Cell(words: cell.words[...]) == cell)
    #expect(cell.words == [cell.key[0], cell.key[1]])
  }
}

import RequiteReporting
import Testing

@Suite struct VendorAnchorTests {
  @Test func aPlainNameIsItsOwnAnchor() {
    #expect(VendorAnchor.id(of: "harbor-hotels-2") == "vendor-harbor-hotels-2")
  }

  @Test(arguments: ["", "Harbor Hotels", "<script>", "é", "e\u{301}", "a_b", "\"'", String(repeating: "x", count: 500)])
  func anyOtherNameIsSafe(name: String) {
    let id = VendorAnchor.id(of: name)
    #expect(id.hasPrefix("vendor-"))
    #expect(id.utf8.count <= 60)
    #expect(id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F })
  }

  @Test func namesThatLookAlikeHaveTheirOwnAnchors() {
    let names = ["a b", "a-b", "a_b", "a\u{200B}b", "A b", "é", "e\u{301}", ""]
    #expect(Set(names.map { VendorAnchor.id(of: $0) }).count == names.count)
  }
}

import Testing

@testable import Evidence

@Suite struct IndexedTextTests {
    private static let text = "An error occurred (X) when calling the Converse operation: \u{FC}berlastet\n\0end"

    /// Every piece of a text stands in it, wherever the text is a slice of.
    @Test func `what stands in a text is found`() {
        let bytes = Array(Self.text.utf8)
        let slice = (bytes + bytes).dropFirst(bytes.count)
        let text = IndexedText(slice)
        for start in slice.indices {
            for end in [start + 1, start + 2, start + 3, start + 9] where end <= slice.endIndex {
                guard let piece = String(validating: slice[start..<end], as: UTF8.self) else { continue }
                #expect(text.mayHold(piece))
                #expect(text.range(of: piece) == slice.range(of: piece))
            }
        }
        #expect(text.range(of: "") == slice.startIndex..<slice.startIndex)
    }

    @Test(arguments: ["Converge", "ConverseStream", "operation :", "zz", "endless", "noitarepo"])
    func `what does not stand there is not`(_ phrase: String) {
        #expect(!IndexedText(Self.text).contains(phrase))
        #expect(!IndexedText("").contains(phrase))
    }

    /// Most phrases are told without a look: the index would be of no use else.
    @Test func `three bytes that stand nowhere settle it`() {
        let text = IndexedText(Self.text)
        #expect(!text.mayHold("Converge"))
        #expect(text.mayHold("zz"))
        // The same bytes in another order have other keys.
        #expect(!text.mayHold("noitarepo"))
    }
}

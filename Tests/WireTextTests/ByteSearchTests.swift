import Testing

@testable import WireText

/// Searches by bytes, with what is looked for at every place of a block and at its edges.
@Suite struct ByteSearchTests {
    private static func place(_ text: [UInt8], from start: Int) -> Int { text.span.place(of: 0x0A, from: start) }

    private static func endOfPlainText(_ text: [UInt8]) -> Int { text.span.endOfPlainText(from: 0) }

    private static func isPrintable(_ text: [UInt8]) -> Bool { text.span.isPrintable }

    private static func same(_ left: [UInt8], _ right: [UInt8]) -> Bool { left.span.holdsSame(as: right.span) }

    @Test func findsAByteAtEveryPlace() {
        for length in 0..<100 {
            let plain = [UInt8](repeating: 0x61, count: length)
            #expect(Self.place(plain, from: 0) == length)
            for place in 0..<length {
                var text = plain
                text[place] = 0x0A
                #expect(Self.place(text, from: 0) == place)
                #expect(Self.place(text, from: place) == place)
                #expect(Self.place(text, from: place + 1) == length)
            }
        }
    }

    @Test(arguments: [0x00, 0x1F, 0x22, 0x5C] as [UInt8])
    func stopsAtWhatMeansSomethingInAString(_ byte: UInt8) {
        for place in 0..<70 {
            var text = [UInt8](repeating: 0xE9, count: 80)
            text[place] = byte
            #expect(Self.endOfPlainText(text) == place)
        }
    }

    @Test(arguments: [0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0x80, 0xFF] as [UInt8])
    func passesOverEverythingElse(_ byte: UInt8) {
        let text = [UInt8](repeating: byte, count: 70)
        #expect(Self.endOfPlainText(text) == 70)
    }

    @Test(arguments: 1..<20)
    func tellsPrintableTextByEachByte(_ length: Int) {
        for place in 0..<length {
            for byte in UInt8.min...UInt8.max {
                var text = [UInt8](repeating: 0x7E, count: length)
                text[place] = byte
                #expect(Self.isPrintable(text) == (0x20..<0x7F).contains(byte))
            }
        }
    }

    @Test(arguments: 0..<20)
    func comparesEachByte(_ length: Int) {
        let text = [UInt8](repeating: 0x61, count: length)
        #expect(Self.same(text, text))
        #expect(!Self.same(text, text + [0x61]))
        for place in 0..<length {
            var other = text
            other[place] = 0xE1
            #expect(!Self.same(text, other))
        }
    }

    /// Every text of a few letters in every other: all overlaps and repetitions are among them.
    @Test func agreesWithComparingEverywhere() {
        let letters: [UInt8] = [0x61, 0x62]
        var texts: [[UInt8]] = [[]]
        for _ in 0..<6 { texts += texts.flatMap { text in letters.map { text + [$0] } } }
        let words = Set(texts).filter { !$0.isEmpty && $0.count < 4 }
        for text in Set(texts) {
            for word in words {
                let places = text.indices.filter { text[$0...].starts(with: word) }
                #expect(text.firstRange(of: word)?.lowerBound == places.first)
            }
        }
    }

    @Test func findsTextsInTexts() {
        let text = "caf\u{E9} \u{1F600} in\u{2026} [truncated]"
        #expect(text.contains("\u{E9} \u{1F600}"))
        #expect(text.firstRange(of: "in\u{2026}").map { String(text[$0]) } == "in\u{2026}")
        #expect(text.dropFirst(3).firstRange(of: "caf") == nil)
        #expect(!text.contains("[truncated] "))
        #expect(text.firstRange(of: "") == text.startIndex..<text.startIndex)
        #expect("".contains(""))
    }
}

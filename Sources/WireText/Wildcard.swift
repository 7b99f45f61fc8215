/// A pattern of whole texts: `*` stands for any run of characters, `?` for one, everything else for itself.
///
/// It works on the bytes of UTF-8. A text costs at most the product of both lengths, whatever they hold: a later star never
/// needs an earlier one to reach on, so that there is one way back only.
package struct Wildcard: Sendable, Hashable {
    /// Whether capitals and small letters of ASCII are the same.
    package enum Letters: Sendable, Hashable {
        case exact
        case inAnyCase
    }

    /// The pattern as it was given.
    package let text: String
    private let bytes: [UInt8]
    private let letters: Letters

    package init(_ text: String, letters: Letters = .exact) {
        self.text = text
        self.letters = letters
        bytes = letters == .exact ? Array(text.utf8) : text.utf8.map(\.asciiLowercased)
    }

    /// Whether it can stand for more than one text.
    package var isPattern: Bool { bytes.contains(Self.star) || bytes.contains(Self.mark) }

    /// Whether a text is what the pattern says, from its beginning to its end.
    package func matches(_ candidate: String) -> Bool {
        let pattern = bytes.span
        let name = candidate.utf8.span
        var (place, index) = (0, 0)
        // Where the last star stands, and up to where it reaches.
        var star: (place: Int, index: Int)?
        while index < name.count {
            let wanted = place < pattern.count ? pattern[place] : nil
            if wanted == Self.star {
                star = (place, index)
                place += 1
            } else if wanted == Self.mark, !Self.goesOn(name[index]) {
                place += 1
                index += 1
                while index < name.count, Self.goesOn(name[index]) { index += 1 }
            } else if let wanted, wanted != Self.mark, wanted == folded(name[index]) {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.place, last.index + 1)
                (place, index) = (last.place + 1, last.index + 1)
            } else {
                return false
            }
        }
        while place < pattern.count, pattern[place] == Self.star { place += 1 }
        return place == pattern.count
    }

    private func folded(_ byte: UInt8) -> UInt8 { letters == .exact ? byte : byte.asciiLowercased }

    /// Whether a byte is not the first one of its character.
    private static func goesOn(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    private static let star = UInt8(ascii: "*")
    private static let mark = UInt8(ascii: "?")
}

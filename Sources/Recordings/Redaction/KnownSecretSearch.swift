import WireText

/// Looks for known secrets in a text, in whatever form it holds them.
///
/// Redaction finds secrets by their labels and looks. These values are known, so they are found whatever stands around
/// them, and in the forms in which software writes what it got: as they are, with percent escapes, inside a JSON string, in
/// base64 with anything before and behind, in hexadecimal; broken into lines or not; once or one in the other.
///
/// The text is read once. Each of its places costs a step, and a comparison only where eight bytes are those of a secret.
package struct KnownSecretSearch: Sendable {
    /// Shorter values would be found in ordinary words.
    package static let shortest = 16

    /// The folded forms of the secrets, by their first eight bytes, the longest first.
    private var forms: [UInt64: [[UInt8]]] = [:]
    /// Which values of a hash of eight bytes occur among ``forms``: most places of a text end here.
    private var filter = [Bool](repeating: false, count: 4096)

    /// - Parameter secrets: the values; those that are too short are not looked for.
    package init(_ secrets: [String]) {
        for secret in Set(secrets) where secret.utf8.count >= Self.shortest {
            for form in Self.forms(of: Array(secret.utf8)) { add(FoldedBytes.all(of: form)) }
        }
        for key in forms.keys { forms[key]?.sort { $0.count > $1.count } }
    }

    /// Whether there is nothing to look for.
    package var isEmpty: Bool { forms.isEmpty }

    /// Whether a secret stands in the text.
    package func finds(in text: borrowing Span<UInt8>) -> Bool { !ranges(in: text, atMost: 1).isEmpty }

    /// The text with each secret replaced.
    package func masked(_ text: String, with mask: String = SensitiveNames.mask) -> String {
        isEmpty ? text : String(decoding: masked(Array(text.utf8), with: mask), as: UTF8.self)
    }

    /// The bytes with each secret replaced.
    package func masked(_ bytes: [UInt8], with mask: String) -> [UInt8] {
        let ranges = ranges(in: bytes.span, atMost: .max)
        guard !ranges.isEmpty else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        for range in ranges {
            result += bytes[place..<range.lowerBound]
            result += mask.utf8
            place = range.upperBound
        }
        return result + bytes[place...]
    }

    /// Where the secrets stand, in order; none overlaps another.
    private func ranges(in text: borrowing Span<UInt8>, atMost limit: Int) -> [Range<Int>] {
        guard !isEmpty else { return [] }
        var ranges: [Range<Int>] = []
        var fold = FoldedBytes()
        var word: UInt64 = 0
        // Where the last eight folded bytes begin in the text.
        var starts: [8 of Int] = .init(repeating: 0)
        var count = 0
        while let byte = fold.next(in: text) {
            word = word << 8 | UInt64(byte)
            starts[count & 7] = fold.start
            count += 1
            guard count >= 8, filter[Self.hash(word)], let candidates = forms[word] else { continue }
            let begin = starts[count & 7]
            guard let end = Self.end(of: candidates, at: begin, in: text) else { continue }
            ranges.append(begin..<end)
            if ranges.count >= limit { break }
            fold.index = end
            count = 0
        }
        return ranges
    }

    /// Where the first of the candidates that stands at the place ends.
    private static func end(of candidates: [[UInt8]], at begin: Int, in text: borrowing Span<UInt8>) -> Int? {
        for candidate in candidates {
            var fold = FoldedBytes()
            fold.index = begin
            var matched = 0
            while matched < candidate.count, fold.next(in: text) == candidate[matched] { matched += 1 }
            if matched == candidate.count { return fold.index }
        }
        return nil
    }

    // MARK: Forms

    private static func forms(of secret: [UInt8]) -> [[UInt8]] {
        [secret, Hexadecimal.encode(secret)] + (0..<3).map { base64(of: secret, behind: $0) }
    }

    /// The characters of base64 that the secret alone determines, when so many bytes stand before it in its group of three.
    private static func base64(of secret: [UInt8], behind count: Int) -> [UInt8] {
        let text = Base64.encode([UInt8](repeating: 0, count: count) + secret)
        let first = (count * 8 + 5) / 6
        return Array(text[first..<((count + secret.count) * 8 / 6)])
    }

    private mutating func add(_ form: [UInt8]) {
        guard form.count >= 12 else { return }
        let word = form.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        filter[Self.hash(word)] = true
        if forms[word]?.contains(form) != true { forms[word, default: []].append(form) }
    }

    /// The upper bits of a product spread over all bits of the word (Fibonacci hashing).
    private static func hash(_ word: UInt64) -> Int { Int((word &* 0x9E37_79B9_7F4A_7C15) >> 52) }
}

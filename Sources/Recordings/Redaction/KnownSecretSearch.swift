import WireText

/// Looks for known secrets in a text, in whatever form it holds them, whole or in part.
///
/// Redaction finds secrets by their labels and looks. These values are known, so they are found whatever stands around
/// them, and in the forms in which software writes what it got (``WrittenForms``), with escapes of any kind (``FoldedBytes``);
/// broken into lines or not; once or one in the other. A piece is found too, since whoever quotes a long value cuts it.
///
/// The text is read once. Each of its places costs a step, and a comparison only where eight bytes are those of a secret.
package struct KnownSecretSearch: Sendable {
    /// Shorter values would be found in ordinary words.
    package static let shortest = 16
    /// So far apart are the places of a form at which it is recognised: each piece has one.
    private static let stride = Form.shortestPiece - 8

    /// Eight bytes of a form, by which it is recognised.
    private struct Anchor {
        let form: Int
        let offset: Int
    }

    private var forms: [Form] = []
    private var anchors: [UInt64: [Anchor]] = [:]
    /// Which values of a hash of eight bytes occur among the anchors: most places of a text end here.
    private var filter = [Bool](repeating: false, count: 1 << 16)

    /// - Parameter secrets: the values; those that are too short are not looked for.
    package init(_ secrets: [String]) {
        for secret in Set(secrets) where secret.utf8.count >= Self.shortest {
            for form in WrittenForms.all(of: Array(secret.utf8)) { add(form, of: secret.utf8.count) }
        }
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
        var recent = RecentBytes()
        while let byte = fold.next(in: text) {
            word = word << 8 | UInt64(byte)
            recent.append(byte, from: fold.start)
            guard recent.count >= 8, filter[Self.hash(word)], let anchors = anchors[word],
                let range = range(of: anchors, behind: recent, fold, in: text)
            else { continue }
            ranges.append(range)
            if ranges.count >= limit { break }
            fold.index = range.upperBound
            recent.forget()
        }
        return ranges
    }

    /// The longest secret, or piece of one, around the eight bytes that were read last.
    private func range(
        of anchors: [Anchor], behind recent: RecentBytes, _ fold: FoldedBytes, in text: borrowing Span<UInt8>
    ) -> Range<Int>? {
        var longest: (count: Int, range: Range<Int>)?
        for anchor in anchors {
            let known = forms[anchor.form]
            let (form, common) = (known.bytes, known.common)
            var first = anchor.offset
            while first > 0, anchor.offset - first < recent.count - 8,
                recent.byte(8 + anchor.offset - first) == form[first - 1]
            {
                first -= 1
            }
            var rest = fold
            var end = rest.index
            var last = anchor.offset + 8
            while last < form.count, rest.next(in: text) == form[last] {
                last += 1
                end = rest.index
            }
            let count = last - first
            let isCut = first == 0 && count >= common + known.beginning && Self.isCut(text, at: end)
            let isPiece = last - max(first, common) >= known.piece
            guard count == form.count || isPiece || isCut, count > longest?.count ?? 0 else { continue }
            longest = (count, recent.start(7 + anchor.offset - first)..<end)
        }
        return longest?.range
    }

    /// Whether a mark says soon behind the place that something was left out; an escape, such as &amp;#119; of ten bytes, may be
    /// cut before it, and a quote close.
    private static func isCut(_ text: borrowing Span<UInt8>, at place: Int) -> Bool {
        let near = (place..<min(place + 16, text.count)).map { text[$0] }[...]
        return ["\u{2026}", "..."].contains { near.firstRange(of: Array($0.utf8)) != nil }
    }

    // MARK: Forms

    /// A folded form of a secret.
    private struct Form {
        static let shortestPiece = 16

        let bytes: [UInt8]
        /// How many bytes at its beginning are no secret.
        let common: Int
        /// How much of it is found anywhere: what stands for eight bytes of the secret, where that is more than the least.
        let piece: Int
        /// How much of its beginning is found where the text itself says that it was cut.
        let beginning: Int
    }

    private mutating func add(_ written: [UInt8], of length: Int) {
        let bytes = FoldedBytes.all(of: written)
        guard bytes.count >= 12, !forms.contains(where: { $0.bytes == bytes }) else { return }
        forms.append(
            Form(
                bytes: bytes, common: Self.commonCount(bytes), piece: max(Form.shortestPiece, 8 * bytes.count / length),
                beginning: max(8, 4 * bytes.count / length)))
        for offset in Swift.stride(from: 0, through: bytes.count - 8, by: Self.stride) {
            let word = bytes[offset..<offset + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            filter[Self.hash(word)] = true
            anchors[word, default: []].append(Anchor(form: forms.count - 1, offset: offset))
        }
    }

    /// How much of a form all keys of its kind begin with.
    private static func commonCount(_ form: [UInt8]) -> Int {
        let beginnings = ["bedrock-api-key-", "ABSK", "IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz"]
        return beginnings.map { FoldedBytes.all(of: Array($0.utf8)) }.first { form.starts(with: $0) }?.count ?? 0
    }

    /// The upper bits of a product spread over all bits of the word (Fibonacci hashing).
    private static func hash(_ word: UInt64) -> Int { Int((word &* 0x9E37_79B9_7F4A_7C15) >> 48) }
}

/// The last folded bytes of a text, and where each of them begins in it.
private struct RecentBytes {
    private var bytes: [32 of UInt8] = .init(repeating: 0)
    private var starts: [32 of Int] = .init(repeating: 0)
    private var next = 0
    /// How many of them are known.
    private(set) var count = 0

    mutating func append(_ byte: UInt8, from start: Int) {
        bytes[next] = byte
        starts[next] = start
        next = (next + 1) & 31
        count = min(count + 1, 32)
    }

    mutating func forget() { count = 0 }

    /// The byte so many places before the last one.
    func byte(_ back: Int) -> UInt8 { bytes[(next - 1 - back) & 31] }

    func start(_ back: Int) -> Int { starts[(next - 1 - back) & 31] }
}

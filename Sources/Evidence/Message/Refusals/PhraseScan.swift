import WireText

/// Reads what stands between fixed words of a sentence.
struct PhraseScan {
    private(set) var rest: Substring

    init(_ text: some StringProtocol) { rest = Substring(text) }

    /// Goes behind the next `words`; `nil` where they do not come.
    @discardableResult
    mutating func skip(_ words: String) -> Void? {
        guard let range = rest.firstRange(of: words) else { return nil }
        rest = rest[range.upperBound...]
        return ()
    }

    /// What stands before the next of `ends`, which is passed; all of the rest where none comes.
    mutating func take(to ends: String...) -> Substring {
        let first = ends.compactMap { rest.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
        guard let first else {
            defer { rest = rest[rest.endIndex...] }
            return rest
        }
        defer { rest = rest[first.upperBound...] }
        return rest[..<first.lowerBound]
    }

    /// The number that comes first, separators left out.
    mutating func number() -> String? {
        guard let start = rest.firstIndex(where: \.isNumber) else { return nil }
        let digits = rest[start...].prefix { $0.isNumber || $0 == "," || $0 == "_" }
        rest = rest[digits.endIndex...]
        let number = digits.filter(\.isNumber)
        return number.isEmpty ? nil : String(number)
    }
}

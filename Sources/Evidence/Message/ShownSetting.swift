import JSONText
import WireText

/// A number that a paste gives a member of the request: in code, in a body, in a setting, or in a sentence about one.
package struct ShownSetting: Sendable, Hashable {
    /// The member as it is written there: `budgetTokens`.
    package let name: String
    package let value: Double

    /// The number as it is written.
    package let written: String
    package let line: Int

    /// No paste has more of one name.
    private static let limit = 32

    /// Names that the APIs and the SDKs have for one member.
    private static let kin: [[String]] = [
        ["budget_tokens", "budgetTokens", "thinkingBudget", "thinking_budget", "thinkingBudgetTokens"],
        [
            "max_tokens", "maxTokens", "maxOutputTokens", "max_output_tokens", "max_completion_tokens",
            "maxCompletionTokens", "max_tokens_to_sample", "maxTokenCount", "max_new_tokens", "max_gen_len",
        ],
        ["top_p", "topP"], ["top_k", "topK"], ["temperature"],
    ]

    /// The names of a member, its own first.
    private static func names(of member: String) -> [String] {
        kin.first { $0.contains(member) } ?? [member]
    }

    /// Every number that a text gives a member, in its order; those that a refusal compares are not settings.
    package static func all(of member: String, in text: String) -> [ShownSetting] {
        let bytes = Array(text.utf8.prefix(1 << 16))
        var found: [(place: Int, setting: ShownSetting)] = []
        for name in names(of: member) {
            let wanted = Array(name.utf8)
            var rest = bytes[...]
            while found.count < limit, let range = rest.firstRange(of: wanted) {
                rest = bytes[range.upperBound...]
                let isWhole =
                    range.lowerBound == 0 || !isNamePart(bytes[range.lowerBound - 1])
                    || bytes[range.lowerBound - 1] == UInt8(ascii: ".")
                guard isWhole, let number = number(behind: rest) else { continue }
                let line = bytes[..<range.lowerBound].count { $0 == 0x0A } + 1
                found.append(
                    (
                        range.lowerBound,
                        ShownSetting(name: name, value: number.value, written: number.written, line: line)
                    ))
            }
        }
        return found.sorted { $0.place < $1.place }.map(\.setting)
    }

    /// Words that may stand between the name of a setting and its number.
    private static let between: Set<String> = [
        "value", "is", "of", "to", "set", "at", "as", "default", "with", "a", "the", "int",
    ]

    /// The number that follows a name: `budgetTokens: 1024`, `"max_tokens" = 16_000`, `budget_tokens` value is `2000`.
    private static func number(behind rest: ArraySlice<UInt8>) -> (value: Double, written: String)? {
        guard let next = rest.first, !isNamePart(next) else { return nil }
        var scan = rest.prefix(48)
        var words = 0
        while let byte = scan.first {
            if byte.isDigit { break }
            if byte.isLetter {
                let word = scan.prefix(while: \.isLetter)
                words += 1
                guard words <= 4, between.contains(String(decoding: word, as: UTF8.self).lowercased()) else {
                    return nil
                }
                scan = scan.dropFirst(word.count)
                continue
            }
            guard " \t`\"':=*|>~".utf8.contains(byte) else { return nil }
            // An arrow is one; a comparison is none.
            if byte == UInt8(ascii: ">"), scan.dropFirst().first.map({ $0 == 0x20 || $0 == 0x3D }) ?? true {
                return nil
            }
            scan = scan.dropFirst()
        }
        let digits = scan.prefix { $0.isDigit || "_.".utf8.contains($0) }
        let behind = scan.dropFirst(digits.count).drop { $0 == 0x20 }
        // `max_tokens: 128000 > 64000` is the service's own figure.
        if let mark = behind.first, "><".utf8.contains(mark) || behind.hasPrefix("exceed") || behind.hasPrefix("token")
        {
            return nil
        }
        let written = String(decoding: digits, as: UTF8.self).replacing("_", with: "").trimmed(of: ".")
        return Double(written).map { ($0, String(written)) }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}

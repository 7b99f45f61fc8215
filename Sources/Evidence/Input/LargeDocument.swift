import WireText

/// An input that cannot be taken apart by its lines, and is too large to be read whole.
package struct LargeDocument: Sendable {
    private let beginning: [UInt8]
    private let limit: Int

    /// - Parameters:
    ///   - beginning: its first bytes, by which it is known what it is.
    ///   - limit: the size in bytes up to which one is read.
    init(beginning: [UInt8], limit: Int) {
        self.beginning = beginning
        self.limit = limit
    }

    /// What is said of it, with a way to take it apart.
    var message: String { "\(kind), of which no more than \(limit >> 20) MB are read; \(advice)" }

    private var isUTF16: Bool { beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF]) }

    private var isJSON: Bool { [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(beginning[...].trimmed.first) }

    private var kind: String {
        if isUTF16 { return "is a text in UTF-16" }
        return isJSON ? "is one document in JSON" : "has no lines at its beginning"
    }

    private var advice: String {
        if isUTF16 { return "a log in UTF-8 may be longer: iconv -f UTF-16 -t UTF-8 FILE | doctor explain -" }
        guard isJSON else { return "give the part with the failed call" }
        if beginning[...].contains("\"entries\"") || beginning[...].contains("\"log\"") {
            return "of a HAR file, give the failures: "
                + "jq '.log.entries |= map(select(.response.status >= 400))' FILE | doctor explain -"
        }
        let records = beginning[...].contains("\"Records\"") ? ".Records[]" : ".[]"
        return "one record a line may be longer: jq -c '\(records)' FILE | doctor explain -"
    }
}

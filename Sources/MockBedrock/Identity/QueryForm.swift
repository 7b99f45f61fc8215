import WireText

/// The parameters of a call in AWS's query protocol: `Action=AssumeRole&Version=2011-06-15&...`.
struct QueryForm: Sendable {
    private let values: [String: String]

    init(_ body: [UInt8]) {
        var values: [String: String] = [:]
        for part in body.split(separator: UInt8(ascii: "&")) {
            let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first, let value = halves.dropFirst().first else { continue }
            values[Self.decoded(name)] = Self.decoded(value)
        }
        self.values = values
    }

    subscript(name: String) -> String? { values[name] }

    private static func decoded(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: PercentCoding.decode(Array(text).span, plus: UInt8(ascii: " ")), as: UTF8.self)
    }
}

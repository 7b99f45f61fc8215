import JSONText

/// One line of an input that holds a JSON document a line, as Bedrock's invocation logs in S3 do.
struct LintLine: Sendable {
    /// Its number in the input, from 1.
    let number: Int
    let bytes: [UInt8]

    /// The lines of an input that are not empty; `nil` where it is not of this form: one document may be spread over lines.
    ///
    /// The first line tells: an object that ends with its line begins a document of its own on the next.
    static func lines(of input: [UInt8]) -> [LintLine]? {
        let parts = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let lines = parts.enumerated().compactMap { index, part in
            part.contains { $0 > 0x20 } ? LintLine(number: index + 1, bytes: Array(part)) : nil
        }
        guard lines.count > 1, let first = lines.first, case .object? = try? JSONValue(parsing: first.bytes) else {
            return nil
        }
        return lines
    }

    /// A place within the line, as a place of the input.
    func place(_ position: JSONPosition?) -> JSONPosition? {
        position.map { JSONPosition(line: number, column: $0.column, offset: $0.offset) }
    }
}

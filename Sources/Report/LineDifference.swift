import JSONText

/// Two lines that had to be the same: what was signed, and what must be signed.
package struct LineDifference: Sendable, Hashable {
    /// The part of the signature in which they stand.
    package var section: String

    /// The line as it is shown; `nil` where there is none.
    package var signed: String?
    package var expected: String?

    /// The first byte that differs, from 0.
    package var byte: Int

    /// Its column in the lines as they are shown, from 0.
    package var column: Int

    package init(section: String, signed: String?, expected: String?, byte: Int, column: Int) {
        self.section = section
        self.signed = signed
        self.expected = expected
        self.byte = byte
        self.column = column
    }

    /// The member `difference` of a finding's `evidence`.
    var json: JSONValue {
        .object([
            "section": .string(section), "signed": signed.map { .string($0) } ?? .null,
            "expected": expected.map { .string($0) } ?? .null, "byte": .number(JSONNumber(byte)),
            "column": .number(JSONNumber(column)),
        ])
    }
}

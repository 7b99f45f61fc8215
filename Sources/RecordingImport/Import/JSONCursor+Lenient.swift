import JSONText
import WireText

extension JSONCursor {
    /// The member of that name; nil if there is none or it is `null`.
    func present(_ name: String) throws(JSONShapeError) -> JSONCursor? {
        guard let member = try optionalMember(name), !member.value.isNull else { return nil }
        return member
    }

    /// The first member of several names that is there and not `null`.
    func present(oneOf names: [String]) throws(JSONShapeError) -> JSONCursor? {
        for name in names {
            if let member = try present(name) { return member }
        }
        return nil
    }

    /// A string, or a number or Boolean as it is spelt.
    func word() throws(JSONShapeError) -> String {
        guard let word = try optionalWord() else { throw fault(expected: "a string") }
        return word
    }

    /// The word, or nil for `null`.
    func optionalWord() throws(JSONShapeError) -> String? {
        switch value {
        case .null: return nil
        case .string(let text): return text
        case .number(let number): return number.literal
        case .bool(let flag): return flag ? "true" : "false"
        case .array, .object: throw fault(expected: "a string")
        }
    }

    /// A number, also one written as a string; nil if it is anything else: no reader depends on it.
    func optionalNumber() -> Double? {
        switch value {
        case .number(let number): number.double
        case .string(let text): Double(text)
        default: nil
        }
    }

    /// The bytes of a string in base64.
    func base64() throws(JSONShapeError) -> [UInt8] {
        guard let bytes = Self.bytes(ofBase64: try string()) else {
            throw fault(expected: "base64", found: "something else")
        }
        return bytes
    }

    /// The bytes of a text in base64, which may be in lines; nil if it is none.
    static func bytes(ofBase64 text: String) -> [UInt8]? {
        try? Base64.decode(text.utf8.span, allowing: [.lineEnds, .padding])
    }
}

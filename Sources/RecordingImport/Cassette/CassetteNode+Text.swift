extension CassetteNode {
    /// The text of a scalar, also of one that looks like a number.
    ///
    /// Bytes that are no UTF-8 are read as Latin-1, as HTTP
    /// headers are. Nil for anything else.
    var text: String? {
        guard case .scalar(let scalar) = content else { return nil }
        switch scalar.meaning {
        case .null, .invalid: return nil
        case .bool, .number: return scalar.text
        case .text(let text): return text
        case .bytes(let bytes):
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }

    /// The members of a mapping as a message names them.
    var memberNames: String {
        guard case .mapping(let entries) = content else { return kindName }
        return entries.isEmpty ? "an empty mapping" : "a mapping with \(entries.map(\.name).joined(separator: ", "))"
    }
}

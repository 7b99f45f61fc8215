/// The bytes that a text stood for before it became a part of a file in UTF-8.
///
/// VCR and betamax name the encoding beside the text, and encode it so before it is served again.
enum CassetteEncoding {
    /// The bytes of a text in its own encoding.
    ///
    /// Of other encodings than Latin-1 and those of which ASCII is the whole or the half, the text stays in UTF-8.
    ///
    /// - Parameters:
    ///   - node: The text as the file has it.
    ///   - bytes: The same in UTF-8.
    static func bytes(of node: CassetteNode, _ bytes: [UInt8], encoding: String?) -> [UInt8] {
        guard let encoding, latin1.contains(encoding.lowercased()), case .scalar(let scalar) = node.content,
            case .text(let text) = scalar.meaning
        else { return bytes }
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count)
        for scalar in text.unicodeScalars {
            // What the encoding does not have shows that the name is wrong: both tools keep the text then.
            guard let byte = UInt8(exactly: scalar.value) else { return bytes }
            encoded.append(byte)
        }
        return encoded
    }

    private static let latin1 = ["iso-8859-1", "iso8859-1", "latin-1", "latin1"]
}

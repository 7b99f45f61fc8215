package import WireText

extension Redaction {
    /// The value of a field of a request as it may be shown: of a signature all that is no secret, of any other
    /// authorization the name of its scheme.
    package static func shown(_ field: HeaderField) -> [UInt8] {
        guard field.isNamed("authorization") || field.isNamed("proxy-authorization") else {
            // What is not UTF-8 is shown as it came.
            let text = field.shownText
            return text == field.text ? field.value : Array(text.utf8)
        }
        let scheme = field.value.prefix { !$0.isWhitespace }
        if scheme.elementsEqual(StringToSign.algorithm.utf8) { return signature(field.value) }
        let known = AuthorizationHeader.knownScheme(scheme) != nil && scheme.count < field.value.count
        return (known ? Array(scheme) + Array(" ".utf8) : []) + Array(SensitiveNames.mask.utf8)
    }

    /// The header of a signature: each part that has the form of one is as sent, and between them only what separates them.
    private static func signature(_ value: [UInt8]) -> [UInt8] {
        var shown: [UInt8] = []
        var rest = value[...]
        while !rest.isEmpty {
            let separators = rest.prefix(while: isSeparator)
            shown += separators
            rest = rest[separators.endIndex...]
            let word = rest.prefix { !isSeparator($0) }
            guard !word.isEmpty else { continue }
            shown += word.startIndex == 0 ? Array(word) : part(word)
            rest = rest[word.endIndex...]
        }
        return shown
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte.isWhitespace || byte == UInt8(ascii: ",") }

    private static func part(_ part: ArraySlice<UInt8>) -> [UInt8] {
        let mask = Array(SensitiveNames.mask.utf8)
        guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else {
            return isListOfHeaders(part) ? Array(part) : mask
        }
        let content = part[(equals + 1)...]
        switch String(decoding: part[..<equals], as: UTF8.self).asciiLowercased {
        case "signedheaders":
            return content.allSatisfy { $0.isTokenCharacter || $0 == UInt8(ascii: ";") } ? Array(part) : mask
        case "signature":
            return content.allSatisfy { $0.hexDigit != nil } ? Array(part) : Array(part[...equals]) + mask
        case "credential":
            let keyID = content.prefix { $0 != UInt8(ascii: "/") }
            return isPlain(keyID) ? Array(part) : Array(part[...equals]) + mask + Array(content[keyID.endIndex...])
        default: return mask
        }
    }

    /// Whether a key id is one and no secret in its place: capitals and digits, or a word such as `test`.
    private static func isPlain(_ keyID: ArraySlice<UInt8>) -> Bool {
        keyID.allSatisfy { $0.isUppercaseLetter || $0.isDigit }
            || keyID.count <= 8 && keyID.allSatisfy(\.isLowercaseLetter)
    }

    /// Whether it is a piece of a list of signed headers that a blank has cut.
    private static func isListOfHeaders(_ part: ArraySlice<UInt8>) -> Bool {
        part.split(separator: UInt8(ascii: ";")).allSatisfy { name in
            let name = String(decoding: name, as: UTF8.self)
            return name == "host" || ["x-amz-", "content-", "amz-sdk-"].contains(where: name.hasPrefix)
        }
    }
}

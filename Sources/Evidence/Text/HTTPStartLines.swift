import WireText

/// `POST /model/ID/converse HTTP/1.1`, also with a whole URL as the target.
struct HTTPRequestLine {
    let method: String
    let target: ByteText

    /// The authority of a target in absolute form.
    let host: String?

    init?(_ line: ByteText) {
        let line = line.trimmed
        let method = line.prefix { $0.isUppercaseLetter }
        guard (3...7).contains(method.count), method.endIndex < line.endIndex, line[method.endIndex] == 0x20,
            let space = line.lastIndex(of: 0x20), space > method.endIndex,
            line[(space + 1)...].hasPrefix("HTTP/")
        else { return nil }
        let target = line[(method.endIndex + 1)..<space].trimmed
        guard let first = target.first,
            first == UInt8(ascii: "/") || target.contains("://") || first == UInt8(ascii: "*")
        else { return nil }
        self.method = method.text
        (self.target, host) = Self.parts(of: target)
    }

    /// Path and query of a URL, and its authority.
    static func parts(of target: ByteText) -> (target: ByteText, host: String?) {
        guard let rest = target.after("://"), !target.hasPrefix("/") else { return (target, nil) }
        guard let path = rest.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }) else {
            return ([UInt8(ascii: "/")], rest.text)
        }
        return (rest[path...], rest[..<path].text)
    }
}

/// `HTTP/1.1 403 Forbidden`, `HTTP/2 403`.
struct HTTPStatusLine {
    let code: Int

    init?(_ line: ByteText) {
        let line = line.trimmed
        guard line.hasPrefix("HTTP/"), let space = line.firstIndex(of: 0x20) else { return nil }
        let digits = line[(space + 1)...].prefix { $0.isDigit }
        guard digits.count == 3, let code = Int(digits.text), (100...599).contains(code) else { return nil }
        self.code = code
    }
}

import NIOHPACK
import WireText

/// What the fields of a request must be in HTTP/2 (RFC 9113, sections 8.2 and 8.3).
///
/// A request that breaks a rule is malformed, which is an error of its stream (section 8.1.1): the other streams of the
/// connection go on. They are judged here rather than in the library, which would tell neither client nor log why.
enum FieldRules {
    /// A rule that is broken.
    struct Breach: Error, Hashable {
        /// What is wrong, as the end of a sentence about the request.
        let words: String
        /// The section of RFC 9113 that has the rule.
        let section: String

        init(_ words: String, _ section: String) {
            self.words = words
            self.section = section
        }
    }

    /// Judges the fields at the beginning of a request.
    static func check(request fields: HPACKHeaders) throws(Breach) {
        var pseudo: Set<String> = []
        var sawRegular = false
        for (name, value, _) in fields {
            guard name.hasPrefix(":") else {
                sawRegular = true
                try check(field: name, value)
                guard name != "te" || value == "trailers" else {
                    throw Breach("the field te has another value than trailers", "8.2.2")
                }
                continue
            }
            let shown = RequestTarget.printable(String(name.prefix(40)))
            guard !sawRegular else { throw Breach("\(shown) stands behind other fields", "8.3") }
            guard known.contains(name) else {
                throw Breach("it has the pseudo-header \(shown), which no request has", "8.3")
            }
            guard pseudo.insert(name).inserted else { throw Breach("it has \(shown) twice", "8.3.1") }
            try check(value: value, of: name)
        }
        let wanted = pseudo.isEmpty || !isConnect(fields) ? mandatory : [":method", ":authority"]
        for name in wanted where !pseudo.contains(name) { throw Breach("it has no \(name)", "8.3.1") }
    }

    /// Judges the fields behind a body.
    static func check(trailers fields: HPACKHeaders) throws(Breach) {
        for (name, value, _) in fields {
            guard !name.hasPrefix(":") else { throw Breach("a pseudo-header stands behind the body", "8.1") }
            try check(field: name, value)
        }
    }

    /// Whether a field of an answer may have that name, which is in small letters.
    static func allows(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(isToken) && !ofConnections.contains(name)
    }

    private static let known: Set<String> = [":method", ":scheme", ":path", ":authority"]
    private static let mandatory = [":method", ":scheme", ":path"]
    private static let ofConnections: Set<String> = [
        "connection", "transfer-encoding", "proxy-connection", "keep-alive", "upgrade",
    ]

    /// A request for a tunnel has neither scheme nor path (section 8.5); it is refused later, as any such method.
    private static func isConnect(_ fields: HPACKHeaders) -> Bool { fields.first(name: ":method") == "CONNECT" }

    private static func check(field name: String, _ value: String) throws(Breach) {
        let shown = RequestTarget.printable(String(name.prefix(40)))
        guard !name.utf8.contains(where: { (0x41...0x5A).contains($0) }) else {
            throw Breach("the field name \(shown) has capitals", "8.2")
        }
        guard !name.isEmpty, name != NamelessFields.standIn else {
            throw Breach("it has a field with an empty name, or a NUL for one", "8.2.1")
        }
        guard name.utf8.allSatisfy(isToken) else {
            throw Breach("the field name \"\(shown)\" has characters that no name has", "8.2.1")
        }
        guard !ofConnections.contains(name) else {
            throw Breach("the field \(shown) belongs to a connection of HTTP/1.1", "8.2.2")
        }
        try check(value: value, of: name)
    }

    private static func check(value: String, of name: String) throws(Breach) {
        let shown = RequestTarget.printable(String(name.prefix(40)))
        guard !value.utf8.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) else {
            throw Breach("the value of \(shown) has a line end or a NUL in it", "8.2.1")
        }
        guard !isBlank(value.utf8.first), !isBlank(value.utf8.last) else {
            throw Breach("the value of \(shown) begins or ends with a blank", "8.2.1")
        }
    }

    private static func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The characters of a name (RFC 9110, section 5.6.2).
    private static func isToken(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}

extension FieldRules.Breach {
    /// The same as an answer to the request.
    var fault: HTTPFault { .malformedFields("\(words) (RFC 9113, section \(section))") }
}

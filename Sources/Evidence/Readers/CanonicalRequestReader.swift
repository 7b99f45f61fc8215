import WireText

/// A canonical request, a string to sign or a signature that a signer printed, whatever it says before them.
///
/// They are known by their form, so that every language's signer is read: a method at the end of a line with a path
/// below it; `AWS4-HMAC-SHA256` at the end of a line with a time and a scope below it; a literal with escaped line feeds;
/// all of it in one line, where line breaks were lost.
struct CanonicalRequestReader: LogReader {
    static let marks = [
        "\\n/", "AWS4-HMAC-SHA256", "host:", "ignature", "IGNATURE", "signing hash",
    ]

    /// A method at the end of a line.
    static func mayBegin(_ line: ByteText, below before: ByteText?) -> Bool {
        guard let last = line.last, last.isUppercaseLetter else { return false }
        return methods.contains(lastWord(line).suffix(8).text)
    }

    /// No canonical request has more lines.
    private static let limit = 200

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        if let events = escaped(cursor.line, isOfS3: isOfS3(cursor)) {
            cursor.advance()
            return events
        }
        // In S3's error it is what the server made, not what a client signed.
        let isOfServer = cursor.peek(-1)?.contains("<CanonicalRequest") ?? false
        if !isOfServer, let text = flat(cursor.line) {
            cursor.advance()
            return [.canonicalRequest(text)]
        }
        let isExpected = namesService(cursor)
        if let text = canonicalRequest(&cursor) {
            if isExpected { return [.expectedRequest(text)] }
            // A tracer writes both as fields of one record: the string to sign begins behind the hash.
            guard let next = stringToSign(cursor, at: -1) else { return [.canonicalRequest(text)] }
            cursor.advance(3)
            return [.canonicalRequest(text), .stringToSign(next)]
        }
        if let text = stringToSign(cursor, at: 0) {
            cursor.advance(4)
            // It follows from the canonical request.
            return isExpected ? [] : [.stringToSign(text)]
        }
        if let text = signature(&cursor) { return [.signature(text)] }
        return nil
    }

    /// Whether the words before a text, in its line or above it, say that it is the service's: people put both below each other.
    private static func namesService(_ cursor: LogCursor) -> Bool {
        let last = lastWord(cursor.line)
        guard methods.contains(last.text) || cursor.line.trimmed.hasSuffix("AWS4-HMAC-SHA256") else { return false }
        let above = [cursor.peek(-1), cursor.peek(-2)].compactMap(\.self).first { !$0.isBlank } ?? []
        guard cursor.line.count < 160, above.count < 160 else { return false }
        let label = "\(above.text) \(cursor.line.text)".lowercased()
        let isOwn = ["my ", "mine", "our ", "client", " i sign", "we sign"].contains { label.contains($0) }
        return !isOwn
            && [
                "their ", "theirs", "should have been", "server's", "service's", "expected", "should be",
                "server canonical",
                "service canonical", "server-side",
                "server side", "by the server", "by server", "by the service", "by aws", "from the server",
                "from the service", "from aws", "aws's",
            ].contains { label.contains($0) }
    }

    /// What a line holds that was printed as one literal, its line feeds written as `\n`: in double or single quotes, or
    /// bare behind a label.
    private static func escaped(_ line: ByteText, isOfS3: @autoclosure () -> Bool) -> [LogEvent]? {
        guard line.contains("\\n/") || line.contains("AWS4-HMAC-SHA256\\n"), !isOfS3() else { return nil }
        for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
            let events = line.split(separator: quote).flatMap(literal)
            if !events.isEmpty { return events }
        }
        let events = literal(line)
        return events.isEmpty ? nil : events
    }

    /// Whether a line is a member of S3's error, which programs print when they have read its XML: `StringToSign: [ '...' ]`.
    private static func isOfS3(_ cursor: LogCursor) -> Bool {
        let line = cursor.line
        // In the body itself, which a program prints in one line, it is an element, or a member beside the others.
        if ["<CanonicalRequest>", "<StringToSign>", "SignatureProvided"].contains(where: line.contains) { return true }
        let name = line.drop { " \t{\"'".utf8.contains($0) }
        guard name.hasPrefix("CanonicalRequest") || name.hasPrefix("StringToSign") else { return false }
        let value = name.drop { $0 != UInt8(ascii: ":") }.dropFirst()
        if value.trimmed.first == UInt8(ascii: "[") { return true }
        // Its members stand one below the other.
        return (-4...4).contains { offset in
            cursor.peek(offset).map { near in
                ["SignatureProvided", "StringToSignBytes", "CanonicalRequestBytes"].contains(where: near.contains)
            } ?? false
        }
    }

    /// What stands in a literal; nothing of the service's own sentence, which is not a client's.
    private static func literal(_ text: ByteText) -> [LogEvent] {
        guard text.contains("\\n"), !text.contains("should have been") else { return [] }
        var events: [LogEvent] = []
        var inner = LogCursor(InputText(message: EscapedBytes.plain(text)))
        while !inner.isAtEnd {
            let place = inner.index
            if let found = canonicalRequest(&inner) {
                events.append(.canonicalRequest(found))
            } else if let found = stringToSign(inner, at: 0) {
                inner.advance(4)
                events.append(.stringToSign(found))
            }
            if inner.index == place { inner.advance() }
        }
        return events
    }

    // MARK: One line

    /// A canonical request in one line, its line breaks lost, alone or behind a label that names it.
    ///
    /// It is given as it stands: where its lines were, those tell who know its form.
    private static func flat(_ line: ByteText) -> [UInt8]? {
        guard line.count > 100, line.contains("host:"), !line.contains("should have been"),
            !line.contains("<CanonicalRequest")
        else { return nil }
        let text = line.trimmed
        let start = methods.compactMap { method in
            let found = text.range(of: method)
            return found.flatMap { isStart($0.lowerBound, of: text) ? $0.lowerBound : nil }
        }.min()
        guard let start else { return nil }
        var rest = text[start...]
        while let last = rest.last, "'\"`]) ,;".utf8.contains(last) { rest = rest.dropLast() }
        return isFlat(rest) ? Array(rest) : nil
    }

    /// Whether a text ends as a canonical request does: with the list of signed headers, `host` among them, and the payload.
    private static func isFlat(_ text: ByteText) -> Bool {
        let isHash = text.count > 64 && text.suffix(64).allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
        guard isHash || text.hasSuffix("PAYLOAD") || text.hasSuffix("PAYLOAD-TRAILER") else { return false }
        let end = text.suffix(600)
        return end.contains("host;") || end.contains(";host") || end.contains(" host ")
    }

    /// Whether a canonical request can begin there: at the beginning, or behind a label.
    private static func isStart(_ place: Int, of text: ByteText) -> Bool {
        let before = text[..<place].trimmed
        return before.isEmpty || before.count < 80 && isLabelled(before) && ":=>('\"`[".utf8.contains(before.last ?? 0)
    }

    // MARK: Canonical request

    private static let methods: Set<String> = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"]

    private static func canonicalRequest(_ cursor: inout LogCursor) -> [UInt8]? {
        let first = cursor.line
        let method = lastWord(first)
        // The method first: nearly every line ends with none, and a label takes longer to look for.
        guard (3...7).contains(method.count), methods.contains(method.text), let path = cursor.peek(1),
            path.first == UInt8(ascii: "/") && !path.contains(UInt8(ascii: " ")) || isLabelled(first)
                || cursor.peek(-1).map(isLabelled) ?? false
        else { return nil }
        var ahead = 0
        for offset in 1...limit {
            guard let line = cursor.peek(offset), ahead <= cursor.allowance, offset < 4 || !LogRecord.begins(line)
            else { break }
            ahead += line.count + 1
            guard offset > 3, let hash = payloadHash(line) else { continue }
            let between = (1..<offset).map { cursor.peek($0) ?? [] }
            cursor.advance(offset + 1)
            return Array(([method] + between + [hash]).joined(separator: [0x0A]))
        }
        cursor.waste(ahead)
        return nil
    }

    /// Whether a line says `canonical`, in whatever case.
    private static func isLabelled(_ line: ByteText) -> Bool {
        ["canonical", "Canonical", "CANONICAL"].contains { line.contains($0) }
    }

    /// The word at the end of a line: what stands behind the last space, quote or bracket.
    private static func lastWord(_ line: ByteText) -> ByteText {
        let start = line.lastIndex { !$0.isUppercaseLetter }.map { $0 + 1 } ?? line.startIndex
        guard start > line.startIndex else { return line }
        let before = line[start - 1]
        return " :=['\"`([\t".utf8.contains(before) ? line[start...] : line[line.endIndex...]
    }

    /// The last line of a canonical request without what a printer put around it.
    private static func payloadHash(_ line: ByteText) -> ByteText? {
        let bare = line.trimmed
        if bare.hasPrefix("UNSIGNED-PAYLOAD") || bare.hasPrefix("STREAMING-") {
            return bare.prefix { $0.isUppercaseLetter || $0.isDigit || $0 == 0x2D }
        }
        let digits = bare.prefix { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
        guard digits.count == 64 else { return nil }
        return bare.dropFirst(64).first.map { "'\"`])},; ".utf8.contains($0) } ?? true ? digits : nil
    }

    // MARK: String to sign

    /// The string to sign that begins at the end of a line, so many behind the place.
    private static func stringToSign(_ cursor: LogCursor, at offset: Int) -> [UInt8]? {
        let algorithm = "AWS4-HMAC-SHA256"
        guard cursor.peek(offset)?.trimmed.hasSuffix(algorithm) == true, let time = cursor.peek(offset + 1),
            let scope = cursor.peek(offset + 2), let last = cursor.peek(offset + 3), scope.contains("/"),
            let hash = payloadHash(last)
        else { return nil }
        let lines = [Array(algorithm.utf8), Array(time), Array(scope), Array(hash)]
        return Array(lines.joined(separator: [0x0A]))
    }

    // MARK: Signature

    /// A line that speaks of the signature, and 64 digits at its end or on the next line.
    private static func signature(_ cursor: inout LogCursor) -> String? {
        let line = cursor.line.trimmed
        guard line.count < 400, !line.contains("Credential="),
            let name = line.range(of: "ignature") ?? line.range(of: "IGNATURE") ?? line.range(of: "signing hash")
        else { return nil }
        let behind = line[name.upperBound...].drop { " :=-['\"`".utf8.contains($0) }
        if let found = hexadecimal(behind) {
            cursor.advance()
            return found
        }
        guard behind.isEmpty, let next = cursor.peek(1).flatMap({ hexadecimal($0.trimmed) }) else { return nil }
        cursor.advance(2)
        return next
    }

    private static func hexadecimal(_ text: ByteText) -> String? {
        let digits = text.prefix { $0.isLowercaseHex }
        guard digits.count == 64, text.dropFirst(64).allSatisfy({ !$0.isLetter && !$0.isDigit }) else { return nil }
        return digits.text
    }
}

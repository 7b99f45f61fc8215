import WireText

/// The last word of a client: an exception with its message, over as many lines as it takes.
struct FailureReader: LogReader {
    static let marks: [String] =
        ["Error", "Exception", "Fault", "An error occurred (", "Bedrock API error", "operation error ", "curl: ("]
        + echo + signatureTypes.map { $0 + ": " } + ["<Error>", "<ErrorResponse"]

    /// Names of S3 and STS for refused signatures and keys, which have no ending by which other errors are told.
    private static let signatureTypes = [
        "SignatureDoesNotMatch", "AuthorizationHeaderMalformed", "RequestTimeTooSkewed", "InvalidAccessKeyId",
        "ExpiredToken",
        "IncompleteSignature", "InvalidClientTokenId",
    ]

    /// The line under a Python traceback, whose lines are indented.
    static func mayBegin(_ line: ByteText, below before: ByteText?) -> Bool {
        line.first?.isLetter == true && before?.hasPrefix("  ") == true
    }

    /// No message has more lines.
    private static let limit = 120

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        if let document = document(&cursor) { return [.failure(document)] }
        guard let start = start(cursor.line) ?? (isRaised(cursor) || isThrown(cursor) ? cursor.line.startIndex : nil)
        else { return nil }
        var text = Array(cursor.line[start...])
        var blank = 0
        cursor.advance()
        // An echo holds empty lines; anything else ends with the first one.
        var isEcho = hasEcho(ByteText(text))
        for _ in 0..<limit {
            guard !cursor.isAtEnd else { break }
            let line = cursor.line
            if LogRecord.begins(line) || begins(line) && !hasEcho(line) || line.hasPrefix("Traceback ")
                || line.hasPrefix("    at ")
                || line.hasPrefix("  File \"")
            {
                break
            }
            if hasEcho(line) { isEcho = true }
            // What the client signed may stand below the service's account of it.
            if isEcho,
                namesSignedText(line) || beginsCanonicalRequest(line, below: cursor.peek(-1), above: cursor.peek(1))
            {
                break
            }
            if line.isBlank {
                blank += 1
                if !isEcho, !(cursor.peek(1).map(hasEcho) ?? false) { break }
                if blank > 12 { break }
            }
            text += [0x0A] + Array(line)
            cursor.advance()
        }
        text += members(&cursor)
        return [.failure(ByteText(text).trimmed.text)]
    }

    /// The error of S3 or STS as it came, in XML, which echoes what the service signed.
    private static func document(_ cursor: inout LogCursor) -> String? {
        guard let open = cursor.line.range(of: "<Error>") ?? cursor.line.range(of: "<ErrorResponse") else { return nil }
        var text: [UInt8] = []
        for offset in 0..<limit {
            guard let line = cursor.peek(offset), text.count < cursor.allowance else { break }
            text += (offset == 0 ? [] : [0x0A]) + Array(offset == 0 ? line[open.lowerBound...] : line)
            guard line.contains("</Error>") || line.contains("</ErrorResponse>") else { continue }
            guard ByteText(text).contains("<CanonicalRequest>") else { break }
            cursor.advance(offset + 1)
            return ByteText(text).trimmed.text
        }
        cursor.waste(text.count)
        return nil
    }

    /// The members of an error that Node.js prints below its stack, where the service's account of the request is among them.
    private static func members(_ cursor: inout LogCursor) -> [UInt8] {
        var frames = 0
        while frames < limit, cursor.peek(frames)?.hasPrefix("    at ") == true { frames += 1 }
        guard frames > 0, cursor.peek(frames - 1)?.trimmed.last == UInt8(ascii: "{") else { return [] }
        var text: [UInt8] = []
        for offset in frames..<(frames + limit) {
            guard let line = cursor.peek(offset), text.count < cursor.allowance else { break }
            text += [0x0A] + Array(line)
            guard line.first == UInt8(ascii: "}") else { continue }
            guard ByteText(text).contains("CanonicalRequest") else { break }
            cursor.advance(offset + 1)
            return text
        }
        cursor.waste(text.count)
        return []
    }

    /// Whether a line announces a canonical request or a string to sign, and not in the service's words.
    private static func namesSignedText(_ line: ByteText) -> Bool {
        guard line.count < 20_000, !line.contains("should have been") else { return false }
        let head = line.prefix(120).text.lowercased().filter { $0.isLetter }
        return head.contains("canonicalrequest") || head.contains("canonicalstring") || head.contains("stringtosign")
    }

    /// Whether a line is the method of a canonical request that stands by itself: the service's own has a quote before it, or
    /// its sentence above it.
    private static func beginsCanonicalRequest(_ line: ByteText, below before: ByteText?, above next: ByteText?) -> Bool
    {
        guard (3...7).contains(line.trimmed.count), line.trimmed.allSatisfy(\.isUppercaseLetter),
            next?.first == UInt8(ascii: "/"), let before
        else { return false }
        return !before.contains("should have been")
    }

    /// Whether the line is the one under a Python traceback, which names an exception in whatever words:
    /// `botocore.eventstream.ChecksumMismatch: ...`.
    private static func isRaised(_ cursor: LogCursor) -> Bool {
        let line = cursor.line
        let name = line.prefix { $0.isLetter || $0.isDigit || $0 == 0x2E || $0 == 0x5F }
        guard name.first?.isLetter == true, cursor.peek(-1)?.hasPrefix("  ") == true else { return false }
        guard line[name.endIndex...].first ?? UInt8(ascii: ":") == UInt8(ascii: ":") else { return false }
        for offset in 1...400 {
            guard let above = cursor.peek(-offset) else { return false }
            if above.contains("Traceback (most recent call last)") { return true }
            guard above.hasPrefix("  ") else { return false }
        }
        return false
    }

    /// Whether the line is a plain `Error: ...` of JavaScript, over its stack: an SDK's own names are lost where it is bundled.
    private static func isThrown(_ cursor: LogCursor) -> Bool {
        guard cursor.line.trimmed.hasPrefix("Error: ") else { return false }
        for offset in 1...8 {
            guard let line = cursor.peek(offset), !LogRecord.begins(line) else { return false }
            if line.hasPrefix("    at ") { return true }
        }
        return false
    }

    private static let echo = ["The Canonical String for this request", "The String-to-Sign should have been"]

    private static func hasEcho(_ line: ByteText) -> Bool {
        echo.contains { line.contains($0) }
    }

    /// Where in a line a failure begins: at its start, or behind what a logger or a program wrote before it.
    ///
    /// What a debug record tells in passing is not a failure of the call: a client logs those that it can get over, too.
    private static func start(_ line: ByteText) -> Int? {
        if begins(line) { return line.startIndex }
        let head = line.prefix(240)
        guard head.contains("Exception: ") || head.contains("Error: ") || head.contains("Fault: "),
            !["DEBUG", "TRACE", "INFO"].contains(where: { head.contains($0) })
        else { return nil }
        var place = head.startIndex
        while let space = head[place...].firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) {
            place = space + 1
            let rest = line[place...]
            guard let first = rest.first, first.isLetter, begins(rest) else { continue }
            // A name of Python's or Java's standard errors behind a prefix may be anybody's.
            let name = rest.prefix { $0 != UInt8(ascii: ":") }
            return ErrorTypeName.isFromAWS(ErrorTypeName(written: name.text).name) || name.contains("awssdk")
                || name.hasPrefix("AI_") ? place : nil
        }
        return nil
    }

    /// `An error occurred (X) when calling ...`, `package.SomeException: text`, `Bedrock API error (403 ...): ...`.
    static func begins(_ line: ByteText) -> Bool {
        let line = line.trimmed
        if line.hasPrefix("An error occurred (") || line.hasPrefix("Bedrock API error") { return true }
        if line.hasPrefix("operation error ") || line.hasPrefix("Error: operation error ") { return true }
        if line.hasPrefix("curl: (") { return true }
        if hasEcho(line) { return true }
        let name = line.prefix { $0.isLetter || $0.isDigit || $0 == 0x2E || $0 == 0x5F || $0 == UInt8(ascii: "$") }
        guard name.count > 8, name.first?.isLetter == true else { return false }
        if signatureTypes.contains(where: { name.elementsEqual($0.utf8) }), line[name.endIndex...].hasPrefix(": ") {
            return true
        }
        let rest = line[name.endIndex...]
        guard rest.isEmpty || rest.first == UInt8(ascii: ":") || rest.hasPrefix(" {") || rest.hasPrefix(" [") else {
            return false
        }
        return name.hasSuffix("Error") || name.hasSuffix("Exception") || name.hasSuffix("Fault")
    }
}

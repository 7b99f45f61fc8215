import WireText

/// A canonical request whose line breaks were lost: a log, a form or an issue wrote blanks in their place, or nothing.
///
/// Its form brings them back: it begins with a method, ends with a payload line, before which stands the list of signed
/// headers, and the names in that list tell where each header line begins ("Create a signed AWS API request" of the IAM
/// guide). What a blank in a value was, nobody can tell, so runs of blanks come back as one.
public enum FlatCanonicalRequest {
    private static let methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"]

    /// Words that stand in place of the payload's hash.
    private static let words = [
        "UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    ]

    /// No canonical request is longer.
    private static let limit = 1 << 16

    /// The canonical request with its lines; nil if the text has not the form of one.
    ///
    /// A path that does not begin with a slash is kept: it is one of the mistakes that are made.
    public static func restored(_ text: [UInt8]) -> CanonicalRequest? {
        guard text.count <= limit else { return nil }
        let text = trimmed(text[...])
        guard let method = methods.first(where: { text.starts(with: $0.utf8) }),
            let payload = payloadStart(text)
        else { return nil }
        let start = text.startIndex + method.utf8.count
        let before = text[start..<payload]
        guard let list = signedHeaders(before) else { return nil }
        let head = text[start..<list.start]
        let lines = headerLines(list.names, in: head)
        guard let first = lines.first else { return nil }
        let target = trimmed(head[..<first.start])
        guard !target.isEmpty else { return nil }
        // A query is behind the first blank; a path holds none, since it is encoded.
        let path = target.prefix { !isBlank($0) }
        let query = trimmed(target[path.endIndex...])
        var result: [[UInt8]] = [Array(method.utf8), Array(path), Array(query)]
        for (index, line) in lines.enumerated() {
            let end = index + 1 < lines.count ? lines[index + 1].start : head.endIndex
            result.append(Array(line.name.utf8) + [UInt8(ascii: ":")] + collapsed(head[line.value..<end]))
        }
        result += [[], Array(list.names.joined(separator: ";").utf8), Array(text[payload...])]
        return CanonicalRequest(bytes: Array(result.joined(separator: [0x0A])))
    }

    // MARK: Parts

    /// Where the payload line begins at the end of a text.
    private static func payloadStart(_ text: ArraySlice<UInt8>) -> Int? {
        for word in words where text.count > word.utf8.count && text.suffix(word.utf8.count).elementsEqual(word.utf8) {
            return text.endIndex - word.utf8.count
        }
        guard text.count > 64, text.suffix(64).allSatisfy({ $0.hexDigit != nil }) else { return nil }
        return text.endIndex - 64
    }

    /// The list of signed headers at the end of a text, and where it begins.
    ///
    /// Where it follows the last value without a blank, its first name is the longest one of which a line is there.
    private static func signedHeaders(_ text: ArraySlice<UInt8>) -> (names: [String], start: Int)? {
        let body = trimmedEnd(text)
        var start = body.endIndex
        while start > body.startIndex, isListByte(body[start - 1]) { start -= 1 }
        let isApart = start > body.startIndex && isBlank(body[start - 1])
        var names = body[start...].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard let first = names.first, !first.isEmpty, names.count <= 100 else { return nil }
        if isApart { return (names, start) }
        let rest = names.dropFirst().first
        for offset in 0..<first.utf8.count {
            let name = String(decoding: Array(first.utf8)[offset...], as: UTF8.self)
            let line = Array((name + ":").utf8)
            guard let place = body[..<start].firstRange(of: line)?.lowerBound else { continue }
            // Of a longer name the shorter one is a part: the lines stand in the list's order.
            if let rest, body[place..<start].firstRange(of: Array((rest + ":").utf8)) == nil { continue }
            names[0] = name
            return (names, start + offset)
        }
        return nil
    }

    private struct Line {
        let name: String
        let start: Int
        let value: Int
    }

    /// Where each header line begins, in the order in which they stand.
    private static func headerLines(_ names: [String], in text: ArraySlice<UInt8>) -> [Line] {
        var lines: [Line] = []
        var rest = text
        for name in names {
            let line = Array((name + ":").utf8)
            let found =
                place(of: line, in: rest) ?? (lines.isEmpty ? nil : place(of: line, in: text[..<rest.startIndex]))
            guard let found, !lines.contains(where: { $0.start == found.lowerBound }) else { continue }
            lines.append(Line(name: name, start: found.lowerBound, value: found.upperBound))
            if found.lowerBound >= rest.startIndex { rest = text[found.upperBound...] }
        }
        return lines.sorted { $0.start < $1.start }
    }

    /// Where a name with its colon stands: behind a blank if it does so anywhere, for `date:` ends `x-amz-date:`.
    private static func place(of line: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = text
        var glued: Range<Int>?
        while let found = rest.firstRange(of: line) {
            let before = found.lowerBound > text.startIndex ? text[found.lowerBound - 1] : 0x20
            if isBlank(before) { return found }
            if glued == nil, !isListByte(before) || before.isLetterOrDigit { glued = found }
            rest = text[found.upperBound...]
        }
        return glued
    }

    // MARK: Bytes

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isListByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || byte.isDecimal || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ";")
    }

    private static func trimmedEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let last = text.last, isBlank(last) { text = text.dropLast() }
        return text
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        trimmedEnd(text.drop(while: isBlank))
    }

    private static func collapsed(_ text: ArraySlice<UInt8>) -> [UInt8] {
        Array(text.split(whereSeparator: isBlank).joined(separator: [0x20]))
    }
}

extension UInt8 {
    fileprivate var isDecimal: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetterOrDigit: Bool {
        isDecimal || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}

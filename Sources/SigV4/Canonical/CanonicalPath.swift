/// The second line of a canonical request, made from the path as it stands on the wire.
enum CanonicalPath {
    /// Writes the canonical form of `target[range]`.
    static func append(
        _ target: [UInt8], in range: Range<Int>, encoding: URIEncoding, normalization: PathNormalization,
        to writer: inout ByteWriter
    ) {
        if normalization == .on, needsNormalizing(target, in: range) {
            let path = normalized(target, in: range)
            append(path, in: path.indices, encoding: encoding, to: &writer)
        } else if range.isEmpty {
            writer.append(UInt8(ascii: "/"))
        } else {
            append(target, in: range, encoding: encoding, to: &writer)
        }
    }

    private static func append(
        _ path: [UInt8], in range: Range<Int>, encoding: URIEncoding, to writer: inout ByteWriter
    ) {
        switch encoding {
        case .double: writer.append(encodedPath: path, in: range)
        case .single: writer.append(normalizingEscapesOf: path, in: range, keeping: UInt8(ascii: "/"))
        }
    }

    /// Whether a segment is empty or begins with a dot, or the path does not begin with a slash: most do none of that.
    private static func needsNormalizing(_ target: [UInt8], in range: Range<Int>) -> Bool {
        guard !range.isEmpty, target[range.lowerBound] == UInt8(ascii: "/") else { return true }
        var previous: UInt8 = 0
        for index in range {
            let byte = target[index]
            if previous == UInt8(ascii: "/"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return true }
            previous = byte
        }
        return false
    }

    /// The path without dot segments and empty segments.
    ///
    /// Like RFC 3986, section 5.2.4, but as AWS does it: consecutive slashes count as one, and the result ends with a
    /// slash only if the path does (`/a/.` is `/a`). Encoded dots are not dots.
    private static func normalized(_ target: [UInt8], in range: Range<Int>) -> [UInt8] {
        var segments: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound
        where index == range.upperBound || target[index] == UInt8(ascii: "/") {
            let segment = start..<index
            start = index + 1
            if segment.isEmpty || isDots(1, target, segment) { continue }
            if isDots(2, target, segment) { _ = segments.popLast() } else { segments.append(segment) }
        }
        var path: [UInt8] = []
        path.reserveCapacity(range.count + 1)
        for segment in segments {
            path.append(UInt8(ascii: "/"))
            path += target[segment]
        }
        let endsWithSlash = range.isEmpty || target[range.upperBound - 1] == UInt8(ascii: "/")
        if endsWithSlash || path.isEmpty { path.append(UInt8(ascii: "/")) }
        return path
    }

    private static func isDots(_ count: Int, _ target: [UInt8], _ segment: Range<Int>) -> Bool {
        segment.count == count && segment.allSatisfy { target[$0] == UInt8(ascii: ".") }
    }
}

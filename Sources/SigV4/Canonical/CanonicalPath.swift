/// The second line of a canonical request, made from the path as it stands on the wire.
extension ByteWriter {
    /// Writes the canonical form of `target[range]`.
    mutating func append(
        canonicalPath target: [UInt8], in range: Range<Int>, encoding: URIEncoding, normalization: PathNormalization
    ) {
        if normalization == .on, CanonicalPath.needsNormalizing(target.span, in: range) {
            let path = CanonicalPath.normalized(target, in: range)
            append(path: path, in: path.indices, encoding: encoding)
        } else if range.isEmpty {
            append(UInt8(ascii: "/"))
        } else {
            append(path: target, in: range, encoding: encoding)
        }
    }

    private mutating func append(path: [UInt8], in range: Range<Int>, encoding: URIEncoding) {
        switch encoding {
        case .double: append(encodedPath: path.span, in: range)
        case .single: append(normalizingEscapesOf: path, in: range, keeping: UInt8(ascii: "/"))
        }
    }
}

/// Path normalisation.
package enum CanonicalPath {
    /// Whether a segment is empty or begins with a dot, or the path does not begin with a slash: most paths have neither.
    static func needsNormalizing(_ target: Span<UInt8>, in range: Range<Int>) -> Bool {
        guard !range.isEmpty, target[range.lowerBound] == UInt8(ascii: "/") else { return true }
        var afterSlash: UInt64 = 0
        var index = range.lowerBound
        while index <= range.upperBound - 8 {
            if needsNormalizing(target.fullWord(from: index), &afterSlash) { return true }
            index += 8
        }
        guard index < range.upperBound else { return false }
        // What lies behind the path counts for nothing.
        let rest = target.word(from: index) & ~(UInt64.max >> UInt64(8 * (range.upperBound - index)))
        return needsNormalizing(rest, &afterSlash)
    }

    /// Whether a slash is followed by a slash or a dot in eight bytes, the last byte before them included.
    @inline(__always)
    private static func needsNormalizing(_ word: UInt64, _ afterSlash: inout UInt64) -> Bool {
        let slashes = word.bytes(equalTo: UInt8(ascii: "/"))
        let starts = slashes >> 8 | afterSlash
        afterSlash = slashes << 56
        return starts & (slashes | word.bytes(equalTo: UInt8(ascii: "."))) != 0
    }

    /// The path without dot segments and empty segments.
    ///
    /// Like RFC 3986, section 5.2.4, but as AWS does it: consecutive slashes count as one, and the result ends with a
    /// slash only if the path does (`/a/.` is `/a`). Encoded dots are not dots.
    package static func normalized(_ target: [UInt8], in range: Range<Int>) -> [UInt8] {
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

import SigV4
import WireText

/// How a signer makes the canonical path; as it stands, it does so rightly.
struct PathModel: Sendable {
    /// What a signer does about dot segments and empty ones.
    enum Normalization: Sendable, Hashable {
        /// Both go, as AWS does it.
        case standard
        case none
        case slashesOnly
        case dotsOnly
        /// `..` goes like `.`, and the segment before it stays.
        case dotsAlike
        /// As Python's `posixpath.normpath` does it: no slash at the end, and two at the beginning stay.
        case python
    }

    /// Which text of the path it starts from.
    enum Source: Sendable, Hashable {
        case asSent
        /// Decoded first, as many times.
        case decoded(Int)
        /// With the escapes of unreserved characters decoded.
        case unreservedDecoded
        /// Encoded anew with the signer's own alphabet, segment by segment: an encoded slash stays one.
        case recoded
    }

    /// The path as sent, or another one in its place.
    var sent: [UInt8]
    var source = Source.asSent
    var normalization = Normalization.standard
    /// How often it encodes.
    var rounds = 1
    var alphabet = EscapeAlphabet.sigV4
    var keepsSlash = true
    /// What the line begins with besides the path, already as it is written.
    var prefix: [UInt8] = []
    /// What the line ends with besides the path, already as it is written.
    var suffix: [UInt8] = []
    /// Whether an encoded slash, as of an ARN, is not encoded once more with the rest.
    var keepsEncodedSlashes = false
    /// Whether the slash at the beginning is lost.
    var losesLeadingSlash = false
    /// Whether the whole line is in small letters.
    var lowersLine = false
    /// Whether a slash at the end is lost, once the path is normalised.
    var losesLastSlash = false

    /// Whether a segment keeps the escapes it has, in their normal form, as at S3, and is not encoded once more.
    let keepsEscapes: Bool

    init(_ sent: [UInt8], _ rules: ServiceRules = .usual) {
        self.sent = sent
        keepsEscapes = rules.uriEncoding == .single
        if keepsEscapes { (source, rounds) = (.recoded, 0) }
        if rules.pathNormalization == .off { normalization = .none }
    }

    /// Where the path as sent has its first slashes.
    var slashes: [Int] {
        sent.indices.lazy.filter { sent[$0] == UInt8(ascii: "/") }.prefix(SearchBudget.places) + []
    }

    /// The line.
    var line: [UInt8] {
        var path = sent
        switch source {
        case .asSent: break
        case .decoded(let times): for _ in 0..<times { path = Escape.decoded(path) }
        case .unreservedDecoded: path = Escape.decoded(path) { $0.isUnreserved }
        case .recoded: path = recoded(path)
        }
        path = normalized(path)
        for _ in 0..<rounds { path = alphabet.encoded(path, keepsSlash: keepsSlash) }
        if keepsEncodedSlashes { path = withEncodedSlashes(path) }
        if losesLastSlash, path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
        if losesLeadingSlash, path.first == UInt8(ascii: "/") { path.removeFirst() }
        return prefix + (lowersLine ? path.map(\.asciiLowercased) : path) + suffix
    }

    private func withEncodedSlashes(_ path: [UInt8]) -> [UInt8] {
        Array(String(decoding: path, as: UTF8.self).replacing("%252F", with: "%2F").utf8)
    }

    private func recoded(_ path: [UInt8]) -> [UInt8] {
        path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { alphabet.encoded(Escape.decoded(Array($0)), keepsSlash: false) }
            .joined(separator: [UInt8(ascii: "/")]) + []
    }

    private func normalized(_ path: [UInt8]) -> [UInt8] {
        switch normalization {
        case .standard: return CanonicalPath.normalized(path, in: path.indices)
        case .none: return path.isEmpty ? [UInt8(ascii: "/")] : path
        case .slashesOnly:
            var result: [UInt8] = []
            for byte in path where byte != UInt8(ascii: "/") || result.last != byte { result.append(byte) }
            return result.isEmpty ? [UInt8(ascii: "/")] : result
        case .dotsOnly: return PathModel.withoutDots(path)
        case .dotsAlike:
            let path = dotless(path)
            return CanonicalPath.normalized(path, in: path.indices)
        case .python:
            let start = path.prefix { $0 == UInt8(ascii: "/") }
            var result = CanonicalPath.normalized(path, in: path.indices)
            if result.count > 1, result.last == UInt8(ascii: "/") { result.removeLast() }
            return start.count == 2 ? [UInt8(ascii: "/")] + result : result
        }
    }

    private func dotless(_ path: [UInt8]) -> [UInt8] {
        path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .filter { !$0.elementsEqual("..".utf8) }.joined(separator: [UInt8(ascii: "/")]) + []
    }

    /// RFC 3986, section 5.2.4: dot segments go, empty ones stay.
    static func withoutDots(_ path: [UInt8]) -> [UInt8] {
        let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var kept: [ArraySlice<UInt8>] = []
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment.elementsEqual([0x2E]) {
                if isLast { kept.append([]) }
            } else if segment.elementsEqual([0x2E, 0x2E]) {
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append([]) }
            } else {
                kept.append(segment)
            }
        }
        return Array(kept.joined(separator: [UInt8(ascii: "/")]))
    }
}

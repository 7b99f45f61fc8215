import Codes
import SigV4
import WireText

/// The path as it was before something behind the signer's back wrote some of its characters in their other form.
///
/// HTTP libraries and gateways decode what need not be escaped, and escape what need not stay: the signer signed the
/// form that it knew.
enum PathForms {
    static func all(_ sent: [UInt8]) -> [Mistake] {
        cases(sent) + colons(sent) + characters(sent) + arnSlashes(sent)
    }

    private static func mistake(
        _ cause: FindingCode, _ words: String, _ path: [UInt8], _ reach: Mistake.Reach = .triples
    ) -> Mistake {
        PathMistakes.mistake(cause, at: .inProcess, words, .pathText, reach) { $0.sent = path }
    }

    /// Escapes in the other case.
    private static func cases(_ sent: [UInt8]) -> [Mistake] {
        guard sent.contains(UInt8(ascii: "%")) else { return [] }
        return [
            (Escape.capitalised(sent), "the path with its escapes in capitals"),
            (Escape.mapped(sent) { Escape.of($0, lowerHex: true) }, "the path with its escapes in small letters"),
        ]
        .filter { $0.0 != sent }.map { mistake(.pathHexCase, $1, $0) }
    }

    /// Colons in their other form beside escapes that stay, as the slash of an ARN does: all of them, or one.
    ///
    /// Without such escapes the path was simply encoded once too often or too seldom.
    private static func colons(_ sent: [UInt8]) -> [Mistake] {
        let bare = Escape.decoded(sent) { $0 == UInt8(ascii: ":") }
        let hasOthers = bare.contains(UInt8(ascii: "%"))
        let forms = [
            (bare, "the path with its colons bare"),
            (escaped(sent) { $0 == UInt8(ascii: ":") }, "the path with its colons as %3A"),
        ]
        let all = hasOthers ? forms.filter { $0.0 != sent }.map { mistake(.pathColon, $1, $0) } : []
        let count = bare.count { $0 == UInt8(ascii: ":") }
        guard (2...12).contains(count) else { return all }
        return all
            + (0..<count).map { place in
                mistake(
                    .pathColon, "the path with colon \(place + 1) of \(count) in its other form",
                    flipped(sent, colon: place), place == count - 1 ? .triples : .pairs)
            }
            + [false, true].map { escapes in
                // Only the model id's own colon is escaped, or only those of the ARN before it.
                let ends = escapes ? bare : escaped(bare) { $0 == UInt8(ascii: ":") }
                return mistake(
                    .pathColon, "the path with its last colon \(escapes ? "as %3A" : "bare"), the others not",
                    flipped(ends, colon: count - 1), .pairs)
            }
    }

    private static func flipped(_ path: [UInt8], colon place: Int) -> [UInt8] {
        var result: [UInt8] = []
        var (index, count) = (0, 0)
        while index < path.count {
            let isEscape = path[index...].starts(with: "%3A".utf8) || path[index...].starts(with: "%3a".utf8)
            if isEscape || path[index] == UInt8(ascii: ":") {
                let flips = count == place
                result += isEscape != flips ? Array("%3A".utf8) : [UInt8(ascii: ":")]
                count += 1
                index += isEscape ? 3 : 1
            } else {
                result.append(path[index])
                index += 1
            }
        }
        return result
    }

    private static func escaped(_ path: [UInt8], where test: (UInt8) -> Bool) -> [UInt8] {
        path.flatMap { test($0) ? Escape.of($0) : [$0] }
    }

    /// Reserved and unreserved characters in their other form: each that is there, and each kind as a whole.
    private static func characters(_ sent: [UInt8]) -> [Mistake] {
        let plain = Set(Escape.decoded(sent))
        let kinds: [(bytes: [UInt8], cause: FindingCode, words: String)] = [
            (Array("!'()*".utf8), .pathReserved, "! ' ( ) *"),
            (Array("!'()*$&+,;=@".utf8), .pathReserved, "the reserved characters"),
            (Array("-._~".utf8), .pathTilde, "- . _ ~"), ([0x20], .pathRawSign, "blanks"),
            (Array("[]{}|\\^`\"<>".utf8), .pathRawSign, "what no URL may hold bare"),
        ]
        let single = kinds[1...2].flatMap { kind in
            kind.bytes.map { (bytes: [$0], cause: kind.cause, words: "'\(VisibleBytes.text([$0]))'") }
        }
        var seen: Set<[UInt8]> = [sent]
        var mistakes: [Mistake] = []
        for kind in kinds + single where kind.bytes.contains(where: { plain.contains($0) }) {
            let forms = [
                (Escape.decoded(sent) { kind.bytes.contains($0) }, "bare"),
                (escaped(sent) { kind.bytes.contains($0) }, "as escapes"),
            ]
            for (path, form) in forms where seen.insert(path).inserted {
                mistakes.append(mistake(kind.cause, "the path with \(kind.words) \(form)", path, .pairs))
            }
        }
        return mistakes
    }

    /// An ARN whose slash came as a separator: the client may have signed it encoded.
    private static func arnSlashes(_ sent: [UInt8]) -> [Mistake] {
        let text = String(decoding: sent, as: UTF8.self)
        guard let start = ["/arn:", "/arn%3A", "/arn%3a"].compactMap({ text.utf8.firstRange(of: $0.utf8) }).first
        else { return [] }
        let tail = text[start.lowerBound...].dropFirst()
        let slashes = tail.indices.filter { tail[$0] == "/" }
        let head = text[...start.lowerBound]
        // A resource's name holds one slash, a customised model's two; what follows is the operation.
        return (1...2).filter { $0 <= slashes.count }.flatMap { count -> [Mistake] in
            let end = count < slashes.count ? slashes[count] : tail.endIndex
            return ["%2F", "%252F"].flatMap { slash in
                [false, true].map { encodesColon in
                    var whole = String(tail[..<end]).replacing("/", with: slash)
                    if encodesColon { whole = whole.replacing(":", with: "%3A") }
                    return mistake(
                        .pathARN,
                        "the ARN as one segment, its slash as \(slash)\(encodesColon ? " and its colons as %3A" : "")",
                        Array((head + whole + tail[end...]).utf8))
                }
            }
        }
    }
}
